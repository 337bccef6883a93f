import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { formatMoney } from "../../../order-export/parse-money.ts";
import type { App } from "../app.ts";
import { csvLine } from "./csv-line.ts";
import {
  everyMatchingCustomer,
  type CustomerListQuery,
  type ExportedCustomer,
} from "./customer-list.ts";
import { requireShop } from "../require-shop.ts";

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
  "rhythm",
  "traits",
  "p_buy_90d",
  "p_buy_180d",
  "expected_orders_365d",
  "expected_spend_365d",
  "next_order_at",
];

/** CSV of every customer that matches, as a stream of text, amounts with the decimals of the shop's currency. */
export async function* exportCustomers(
  app: App,
  shop: string,
  query: CustomerListQuery,
): AsyncGenerator<string> {
  const record = await requireShop(app, shop);
  const minorDigits = findCurrencyMinorDigits(record.currencyCode) ?? 2;
  yield csvLine(columns);
  for await (const row of everyMatchingCustomer(app, record, query))
    yield csvLine(fieldsOf(row, minorDigits));
}

function fieldsOf({ forecast, ...row }: ExportedCustomer, minorDigits: number): unknown[] {
  return [
    row.customerId,
    row.tierName,
    row.groupName,
    row.stage,
    row.value?.toFixed(4),
    formatMoney(row.windowNetMinorUnits, minorDigits),
    row.windowOrders,
    formatMoney(row.netMinorUnits, minorDigits),
    row.orders,
    row.lastOrderAt,
    forecast?.riskLevel,
    forecast?.traits.join("|"),
    forecast?.pBuy90d?.toFixed(4),
    forecast?.pBuy180d?.toFixed(4),
    forecast?.expectedOrders365d?.toFixed(4),
    moneyOf(forecast?.expectedSpend365d ?? null, minorDigits),
    forecast?.nextOrderOn?.toISOString().slice(0, 10),
  ];
}

function moneyOf(minor: number | null, minorDigits: number): string | null {
  return minor === null ? null : formatMoney(Math.round(minor), minorDigits);
}
