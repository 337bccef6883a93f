/** Where in an export something is wrong. Line 1 is the header; both are absent when the file as a whole is meant. */
export type ExportPlace = { file: string; line?: number; column?: string };

/**
 * Something in an order export is not as it must be. The message names file, line, column, what was expected
 * and what stands there instead: `orders.csv, line 17, column "Total": expected an amount, found "abc"`.
 */
export class OrderExportError extends Error {
  override name = "OrderExportError";
  readonly place: ExportPlace;

  constructor(place: ExportPlace, problem: string) {
    super(`${describePlace(place)}: ${problem}`);
    this.place = place;
  }
}

/** `expected X, found "Y"`, with a long or empty Y made readable. */
export function expectedButFound(expected: string, found: string): string {
  if (found === "") return `expected ${expected}, found nothing`;
  const shown = found.length > 60 ? `${found.slice(0, 60)}…` : found;
  return `expected ${expected}, found ${JSON.stringify(shown)}`;
}

function describePlace({ file, line, column }: ExportPlace): string {
  const parts = [file];
  if (line !== undefined) parts.push(`line ${line}`);
  if (column !== undefined) parts.push(`column "${column}"`);
  return parts.join(", ");
}
