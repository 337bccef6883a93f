import Papa from "papaparse";
import { OrderExportError } from "./order-export-error.ts";
import { readExportText } from "./read-export-text.ts";

/** One record and the line of the file on which it starts (a quoted field may contain further lines). */
export type CsvRow = { line: number; fields: string[] };

/** A quoted field longer than this was never closed; reading on would only collect the rest of the file. */
const longestRecordCharacters = 8 * 1024 * 1024;

/**
 * The records of a CSV file in batches (one per piece of the file, so that nothing is awaited per row): commas,
 * double quotes, LF or CRLF. Blank lines are left out. The parser is called piece by piece, because its own
 * streaming pushes rows at the caller; what it could not finish is put before the next piece.
 */
export async function* readCsvRows(path: string): AsyncGenerator<CsvRow[]> {
  const parser = new Papa.Parser({ delimiter: ",", newline: "\n" });
  let line = 1;
  let rest = "";
  const take = (text: string, isLast: boolean): CsvRow[] => {
    const parsed: Papa.ParseResult<string[]> = parser.parse(text, 0, !isLast);
    const rows: CsvRow[] = [];
    const linesAreRows = !text.includes('"');
    // In an unfinished last record a closing quote may lack its comma; only finished ones can be judged.
    const broken = parsed.errors.find((error) => error.row !== undefined && error.row < parsed.data.length);
    for (const [index, fields] of parsed.data.entries()) {
      if (index === broken?.row) throw unbalancedQuote(path, line);
      dropCarriageReturn(fields);
      if (fields.length > 1 || fields[0] !== "") rows.push({ line, fields });
      line += 1 + (linesAreRows ? 0 : countLineBreaks(fields));
    }
    rest = isLast ? "" : text.slice(parsed.meta.cursor);
    if (rest.length > longestRecordCharacters) throw unbalancedQuote(path, line);
    return rows;
  };
  for await (const text of readExportText(path, () => line)) yield take(rest + text, false);
  if (rest !== "") yield take(rest, true);
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

function unbalancedQuote(path: string, line: number): OrderExportError {
  return new OrderExportError({ file: path, line }, 'a field opens with a quote that does not close; expected "" for a quote inside a field');
}
