type Column = Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Where each row goes: the row at each place, or all as they were appended. */
export type RowOrder = Uint32Array | "as-appended";

/** Appended columns begin with room for so many rows and double it as needed. */
export const firstCapacity = 1024;

/** `column` with room for more. */
export function extend<C extends Column>(column: C, longer: C): C {
  longer.set(column);
  return longer;
}

/** The first rows of `column` in `order`, as many as `taken` has room for. */
export function take<C extends Column>(column: C, order: RowOrder, taken: C): C {
  if (order === "as-appended") taken.set(column.subarray(0, taken.length));
  else for (let to = 0; to < taken.length; to++) taken[to] = column[order[to] ?? 0] ?? 0;
  return taken;
}
