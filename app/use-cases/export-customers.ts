import papaparse from "papaparse";
import type { App } from "./app.ts";
import { everyMatchingCustomer, type CustomerListQuery, type CustomerRow } from "./customer-list.ts";
import { decimalAmount } from "./decimal-amount.ts";
import { requireShop } from "./require-shop.ts";

const columns = [
  "customer_id",
  "tier",
  "group",
  "stage",
  "value",
  "window_spend",
  "window_orders",
  "net_spend",
  "orders",
  "last_order_at",
];

/** CSV of every customer that matches, as a stream of text, amounts with the decimals of the shop's currency. */
export async function* exportCustomers(
  app: App,
  shop: string,
  query: CustomerListQuery,
): AsyncGenerator<string> {
  const { currencyCode } = await requireShop(app, shop);
  yield writeLine(columns);
  for await (const row of everyMatchingCustomer(app, shop, query)) yield writeLine(fieldsOf(row, currencyCode));
}

function writeLine(fields: unknown[]): string {
  // A tier may be named "=1+1"; a spreadsheet must not compute it.
  return papaparse.unparse([fields], { escapeFormulae: true }) + "\r\n";
}

function fieldsOf(row: CustomerRow, currencyCode: string): unknown[] {
  return [
    row.customerId,
    row.tierName,
    row.groupName,
    row.stage,
    row.value?.toFixed(4),
    decimalAmount(row.windowNetMinorUnits, currencyCode),
    row.windowOrders,
    decimalAmount(row.netMinorUnits, currencyCode),
    row.orders,
    row.lastOrderAt,
  ];
}
