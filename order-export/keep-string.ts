/**
 * Copies a string that will outlive its row. The parser's fields are views into the piece of the file they were cut
 * from, so that one kept e-mail address would hold a quarter megabyte of CSV in memory.
 */
export function copyString(text: string): string {
  return Buffer.from(text).toString();
}

/** Gives equal strings one shared copy: an export repeats its customers and products in every line. */
export function createStringPool(): (text: string) => string {
  const pool = new Map<string, string>([["", ""]]);
  return (text) => {
    const known = pool.get(text);
    if (known !== undefined) return known;
    const copy = copyString(text);
    pool.set(copy, copy);
    return copy;
  };
}
