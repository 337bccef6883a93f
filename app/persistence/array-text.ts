export type ArrayElement = bigint | number | boolean | string | Date | null;

/**
 * One column of many rows, as PostgreSQL writes an array: `{1,NULL,3}`, texts and instants in quotes. As a parameter of
 * a query it goes through Prisma in one piece, where a list would be looked at element by element, several times.
 */
export function columnText<Row>(rows: readonly Row[], valueOf: (row: Row) => ArrayElement): string {
  return `{${rows.map((row) => elementText(valueOf(row))).join(",")}}`;
}

function elementText(value: ArrayElement): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return `"${value.replace(/["\\]/g, "\\$&")}"`;
  if (value instanceof Date) return `"${value.toISOString()}"`;
  return String(value);
}
