import type { ColumnName } from "./columns.ts";
import type { ExportCurrency, ExportRow } from "./export-row.ts";
import type { ExportedLineItem, ExportedOrder } from "./exported-order.ts";
import { copyString } from "./keep-string.ts";
import type { WrittenOffsets } from "./written-offsets.ts";

/** What is shared by all orders of one file. */
export type OrderContext = {
  currency: ExportCurrency;
  pool: (text: string) => string;
  writtenOffsets: WrittenOffsets;
};

/** Reads the row that opens an order, with the first line item that stands in it. */
export function readOrder(row: ExportRow, context: OrderContext): ExportedOrder {
  const { currency, pool } = context;
  const createdAt = row.timestamp("Created at");
  context.writtenOffsets.add(createdAt, row.line, "Created at");
  const totalMinor = row.moneyMinor("Total", currency);
  const shippingMinor = row.optionalMoneyMinor("Shipping", currency);
  const taxesMinor = row.optionalMoneyMinor("Taxes", currency);
  const order: ExportedOrder = {
    lineNumber: row.line,
    name: copyString(row.text("Name")),
    id: readId(row),
    customerEmail: pool(readEmail(row)),
    financialStatus: pool(row.text("Financial Status")),
    fulfillmentStatus: pool(row.text("Fulfillment Status")),
    createdAtMs: createdAt.atMs,
    createdAtUtcOffsetMinutes: createdAt.utcOffsetMinutes,
    cancelledAtMs: readInstantMs(row, "Cancelled at", context),
    paidAtMs: readInstantMs(row, "Paid at", context),
    fulfilledAtMs: readInstantMs(row, "Fulfilled at", context),
    currency: currency.code,
    subtotalMinor: row.optionalMoneyMinor(
      "Subtotal",
      currency,
      Math.max(0, totalMinor - shippingMinor - taxesMinor),
    ),
    shippingMinor,
    taxesMinor,
    totalMinor,
    discountMinor: row.optionalMoneyMinor("Discount Amount", currency),
    refundedMinor: row.optionalMoneyMinor("Refunded Amount", currency),
    discountCode: pool(row.text("Discount Code")),
    acceptsMarketing: /^(yes|true)$/i.test(row.text("Accepts Marketing")),
    billingName: pool(row.text("Billing Name")),
    countryCode: pool(row.text("Shipping Country") || row.text("Billing Country")),
    source: pool(row.text("Source")),
    tags: readTags(row, pool),
    lineItems: [],
  };
  addLineItem(order, row, context);
  return order;
}

/** Adds the line item of an order's opening or further row; a row without any adds none. */
export function addLineItem(
  order: ExportedOrder,
  row: ExportRow,
  { currency, pool }: OrderContext,
): void {
  const name = row.text("Lineitem name");
  if (name === "" && row.text("Lineitem quantity") === "" && row.text("Lineitem price") === "")
    return;
  const item: ExportedLineItem = {
    name: pool(name),
    quantity: row.wholeNumber("Lineitem quantity"),
    priceMinor: row.moneyMinor("Lineitem price", currency),
    discountMinor: row.optionalMoneyMinor("Lineitem discount", currency),
    sku: pool(row.text("Lineitem sku")),
    vendor: pool(row.text("Vendor")),
  };
  order.lineItems.push(item);
}

function readId(row: ExportRow): string | null {
  const id = row.text("Id");
  if (id === "") return null;
  if (!/^\d{1,19}$/.test(id)) throw row.refuse("Id", "digits");
  return copyString(id);
}

/** Undecodable bytes would make different customers look the same, so they are refused here and only here. */
function readEmail(row: ExportRow): string {
  const email = row.text("Email");
  if (email.includes("\uFFFD")) throw row.refuse("Email", "text in UTF-8");
  return email;
}

function readInstantMs(row: ExportRow, column: ColumnName, context: OrderContext): number | null {
  const timestamp = row.optionalTimestamp(column);
  if (timestamp === null) return null;
  context.writtenOffsets.add(timestamp, row.line, column);
  return timestamp.atMs;
}

function readTags(row: ExportRow, pool: (text: string) => string): string[] {
  const tags = row.text("Tags").split(",");
  return tags.map((tag) => pool(tag.trim())).filter((tag) => tag !== "");
}
