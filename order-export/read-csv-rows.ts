import Papa from "papaparse";
import { OrderExportError } from "./order-export-error.ts";
import { readExportText } from "./read-export-text.ts";

/** One record and the line of the file on which it starts (a quoted field may contain further lines). */
export type CsvRow = { line: number; fields: string[] };

/** A record longer than this has a quote that never closes; reading on would only collect the rest of the file. */
const longestRecordCharacters = 8 * 1024 * 1024;

/**
 * The records of a CSV file in batches, one per piece of the file, so that nothing is awaited per row: commas, double
 * quotes, LF or CRLF. Blank lines are left out.
 */
export async function* readCsvRows(path: string): AsyncGenerator<CsvRow[]> {
  const reader = new CsvRowReader(path);
  for await (const text of readExportText(path, () => reader.line)) yield reader.take(text);
  yield reader.finish();
}

/**
 * Takes a CSV piece by piece and gives the records that are complete; what is not is put before the next piece.
 * The parser is called in this way because its own streaming pushes rows at the caller.
 */
export class CsvRowReader {
  /** Line on which the next record starts. */
  line = 1;
  #rest = "";
  readonly #path: string;
  readonly #parser = new Papa.Parser({ delimiter: ",", newline: "\n" });

  constructor(path: string) {
    this.#path = path;
  }

  take(piece: string): CsvRow[] {
    const text = this.#rest + piece;
    const { rows, cursor } = this.#parse(text, false);
    this.#rest = text.slice(cursor);
    if (this.#rest.length > longestRecordCharacters) throw this.#unclosedQuote();
    return rows;
  }

  /** The record at the end of the file, if it has no line end of its own. */
  finish(): CsvRow[] {
    return this.#rest === "" ? [] : this.#parse(this.#rest, true).rows;
  }

  #parse(text: string, isLast: boolean): { rows: CsvRow[]; cursor: number } {
    // The package's types leave open what its low-level parser returns; it is what `Papa.parse` returns.
    const { data, errors, meta } = this.#parser.parse(text, 0, !isLast) as Papa.ParseResult<
      string[]
    >;
    // An unfinished record at the end looks broken, as its closing quote may still lack the comma behind it.
    const broken = errors.find(({ row }) => row !== undefined && row < data.length)?.row;
    const mayHoldLineBreaks = text.includes('"');
    const rows: CsvRow[] = [];
    for (const [index, fields] of data.entries()) {
      if (index === broken) throw this.#unclosedQuote();
      dropCarriageReturn(fields);
      if (fields.length > 1 || fields[0] !== "") rows.push({ line: this.line, fields });
      this.line += 1 + (mayHoldLineBreaks ? countLineBreaks(fields) : 0);
    }
    return { rows, cursor: meta.cursor };
  }

  #unclosedQuote(): OrderExportError {
    return new OrderExportError(
      { file: this.#path, line: this.line },
      'a field opens with a quote that does not close; expected "" for a quote inside a field',
    );
  }
}

function dropCarriageReturn(fields: string[]): void {
  const last = fields.at(-1);
  if (last !== undefined && last.endsWith("\r")) fields[fields.length - 1] = last.slice(0, -1);
}

function countLineBreaks(fields: readonly string[]): number {
  let count = 0;
  for (const field of fields) {
    for (let at = field.indexOf("\n"); at >= 0; at = field.indexOf("\n", at + 1)) count++;
  }
  return count;
}
