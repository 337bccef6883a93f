import { findColumns } from "./columns.ts";
import type { Columns } from "./columns.ts";
import { findCurrencyMinorDigits } from "./currency-digits.ts";
import type { ExportCurrency } from "./export-row.ts";
import { ExportRow } from "./export-row.ts";
import type { ExportedOrder } from "./exported-order.ts";
import { createStringPool } from "./keep-string.ts";
import { OrderExportError } from "./order-export-error.ts";
import type { OrderContext } from "./read-order.ts";
import { addLineItem, readOrder } from "./read-order.ts";
import type { CsvRow } from "./read-csv-rows.ts";
import { readCsvRows } from "./read-csv-rows.ts";
import { WrittenOffsets } from "./written-offsets.ts";

/** `writtenOffsets` collects what the caller needs to find the shop's time zone once the file is read. */
export type ReadOptions = { writtenOffsets?: WrittenOffsets };

/**
 * Reads an order export (`.csv` or `.csv.gz`) one order at a time, in the file's order, in memory that does not grow
 * with its line items. An `OrderExportError` may come after many orders, so keep nothing until the end is reached.
 */
export async function* readOrderExport(
  path: string,
  options: ReadOptions = {},
): AsyncGenerator<ExportedOrder> {
  const assembly = new OrderAssembly(path, options.writtenOffsets ?? new WrittenOffsets());
  let columns: Columns | null = null;
  let columnCount = 0;
  for await (const rows of readCsvRows(path)) {
    for (const row of rows) {
      if (columns === null) {
        columns = findColumns(path, row.fields);
        columnCount = row.fields.length;
        continue;
      }
      requireFieldCount(path, row, columnCount);
      const finished = assembly.take(new ExportRow(path, columns, row));
      if (finished !== null) yield finished;
    }
  }
  if (columns === null) findColumns(path, []);
  const last = assembly.finish();
  if (last !== null) yield last;
}

/** Puts rows together to orders: a row with a Total opens one, rows of the same Name without a Total continue it. */
class OrderAssembly {
  readonly #path: string;
  readonly #writtenOffsets: WrittenOffsets;
  readonly #names = new Set<string>();
  readonly #ids = new Set<string>();
  #context: OrderContext | null = null;
  #open: ExportedOrder | null = null;

  constructor(path: string, writtenOffsets: WrittenOffsets) {
    this.#path = path;
    this.#writtenOffsets = writtenOffsets;
  }

  /** The order that this row shows to be complete, if it does. */
  take(row: ExportRow): ExportedOrder | null {
    const open = this.#open;
    if (open !== null && this.#context !== null && continues(open, row)) {
      addLineItem(open, row, this.#context);
      return null;
    }
    this.#context = this.#requireSameCurrency(row, this.#context);
    this.#open = readOrder(row, this.#context);
    this.#requireNew(row, this.#open);
    return open;
  }

  finish(): ExportedOrder | null {
    return this.#open;
  }

  #requireSameCurrency(row: ExportRow, context: OrderContext | null): OrderContext {
    const code = row.text("Currency");
    if (row.text("Name") === "") throw row.refuse("Name", "an order name like #1001");
    if (row.text("Total") === "") throw row.refuse("Total", "the order's total on its first line");
    if (context === null) {
      return {
        currency: requireCurrency(row, code),
        pool: createStringPool(),
        writtenOffsets: this.#writtenOffsets,
      };
    }
    if (code !== context.currency.code)
      throw row.refuse(
        "Currency",
        `${context.currency.code} as in the orders above, one currency per file`,
      );
    return context;
  }

  #requireNew(row: ExportRow, order: ExportedOrder): void {
    if (this.#names.has(order.name))
      throw row.fail(
        "Name",
        `expected one first line per order, ${JSON.stringify(order.name)} has two`,
      );
    this.#names.add(order.name);
    if (order.id === null) return;
    if (this.#ids.has(order.id))
      throw row.fail("Id", `expected a different id for every order, ${order.id} stands twice`);
    this.#ids.add(order.id);
  }
}

function continues(open: ExportedOrder, row: ExportRow): boolean {
  return row.text("Total") === "" && row.text("Name") === open.name;
}

function requireCurrency(row: ExportRow, code: string): ExportCurrency {
  const minorDigits = findCurrencyMinorDigits(code);
  if (minorDigits === null) throw row.refuse("Currency", "an ISO 4217 currency code like GBP");
  return { code, minorDigits };
}

function requireFieldCount(path: string, row: CsvRow, columnCount: number): void {
  if (row.fields.length === columnCount) return;
  throw new OrderExportError(
    { file: path, line: row.line },
    `expected ${columnCount} fields as in the header, found ${row.fields.length}`,
  );
}
