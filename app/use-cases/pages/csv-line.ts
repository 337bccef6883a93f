import papaparse from "papaparse";

/** One line of a CSV file. A title may be "=1+1"; a spreadsheet must not compute it. */
export function csvLine(fields: unknown[]): string {
  return papaparse.unparse([fields], { escapeFormulae: true }) + "\r\n";
}
