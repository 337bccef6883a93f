import type { ColumnName, Columns } from "./columns.ts";
import { expectedButFound, OrderExportError } from "./order-export-error.ts";
import { parseMoney } from "./parse-money.ts";
import type { WrittenTimestamp } from "./parse-timestamp.ts";
import { parseTimestamp } from "./parse-timestamp.ts";
import type { CsvRow } from "./read-csv-rows.ts";

/** The file's one currency. */
export type ExportCurrency = { code: string; minorDigits: number };

/** One record of the export: reads a column as what it must be, or says where it is not. */
export class ExportRow {
  readonly line: number;
  readonly #path: string;
  readonly #columns: Columns;
  readonly #fields: readonly string[];

  constructor(path: string, columns: Columns, row: CsvRow) {
    this.#path = path;
    this.#columns = columns;
    this.#fields = row.fields;
    this.line = row.line;
  }

  /** `""` when the field is empty or the file has no such column. */
  text(column: ColumnName): string {
    const position = this.#columns.get(column);
    return position === undefined ? "" : (this.#fields[position] ?? "");
  }

  moneyMinor(column: ColumnName, currency: ExportCurrency): number {
    const text = this.text(column);
    const parsed = parseMoney(text, currency.code, currency.minorDigits);
    if (parsed.kind === "refused") throw this.refuse(column, parsed.expected);
    return parsed.minor;
  }

  /** An empty field is `absentMinor`: Shopify leaves amounts out that do not apply. */
  optionalMoneyMinor(column: ColumnName, currency: ExportCurrency, absentMinor = 0): number {
    return this.text(column) === "" ? absentMinor : this.moneyMinor(column, currency);
  }

  timestamp(column: ColumnName): WrittenTimestamp {
    const parsed = parseTimestamp(this.text(column));
    if (parsed === null)
      throw this.refuse(column, "a date and time with UTC offset like 2010-12-01 08:26:00 +0000");
    return parsed;
  }

  optionalTimestamp(column: ColumnName): WrittenTimestamp | null {
    return this.text(column) === "" ? null : this.timestamp(column);
  }

  wholeNumber(column: ColumnName): number {
    const text = this.text(column);
    if (!/^\d{1,15}$/.test(text)) throw this.refuse(column, "a whole number");
    return Number(text);
  }

  refuse(column: ColumnName, expected: string): OrderExportError {
    return this.fail(column, expectedButFound(expected, this.text(column)));
  }

  fail(column: ColumnName, problem: string): OrderExportError {
    return new OrderExportError({ file: this.#path, line: this.line, column }, problem);
  }
}
