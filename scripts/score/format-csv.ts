/** Lines as CSV: RFC 4180 quoting, LF. */
export function formatCsv(lines: readonly (readonly string[])[]): string {
  return lines.map(formatLine).join("");
}

function formatLine(fields: readonly string[]): string {
  return `${fields.map(formatField).join(",")}\n`;
}

function formatField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
