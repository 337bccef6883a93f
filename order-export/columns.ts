import { OrderExportError } from "./order-export-error.ts";

/** Without these an order cannot be scored or shown; the same names as in Shopify's export. */
const requiredColumns = [
  "Name",
  "Email",
  "Currency",
  "Total",
  "Created at",
  "Cancelled at",
  "Refunded Amount",
  "Lineitem quantity",
  "Lineitem name",
  "Lineitem price",
] as const;

const optionalColumns = [
  "Id",
  "Financial Status",
  "Fulfillment Status",
  "Paid at",
  "Fulfilled at",
  "Accepts Marketing",
  "Subtotal",
  "Shipping",
  "Taxes",
  "Discount Code",
  "Discount Amount",
  "Lineitem sku",
  "Lineitem discount",
  "Vendor",
  "Billing Name",
  "Billing Country",
  "Shipping Country",
  "Source",
  "Tags",
] as const;

export type ColumnName = (typeof requiredColumns)[number] | (typeof optionalColumns)[number];

/** Position of each column we read; those that the file does not have are absent. */
export type Columns = ReadonlyMap<ColumnName, number>;

/** Finds our columns in the header, in whatever order and among whatever others they stand. */
export function findColumns(path: string, header: readonly string[]): Columns {
  const missing = requiredColumns.filter((name) => !header.includes(name));
  if (missing.length > requiredColumns.length / 2) {
    throw new OrderExportError(
      { file: path, line: 1 },
      `is not an order export: expected the columns of Shopify's "Export orders" file, among them ${requiredColumns.map(quote).join(", ")}`,
    );
  }
  const [first] = missing;
  if (first !== undefined) {
    throw new OrderExportError(
      { file: path, line: 1, column: first },
      `expected a column of this name; missing: ${missing.map(quote).join(", ")}`,
    );
  }
  for (const name of [...requiredColumns, ...optionalColumns]) {
    if (header.indexOf(name) !== header.lastIndexOf(name)) {
      throw new OrderExportError(
        { file: path, line: 1, column: name },
        "expected one column of this name, found it twice",
      );
    }
  }
  const found = [...requiredColumns, ...optionalColumns].filter((name) => header.includes(name));
  return new Map(found.map((name) => [name, header.indexOf(name)]));
}

function quote(name: string): string {
  return `"${name}"`;
}
