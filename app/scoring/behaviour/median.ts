/**
 * The middle of sorted values, the mean of the two middle ones when their number is even; 0 of none.
 *
 * Example: 3, 10, 30 → 10; 10, 30 → 20.
 */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  const upper = sorted[sorted.length >>> 1] ?? 0;
  const lower = sorted[(sorted.length - 1) >>> 1] ?? 0;
  return (lower + upper) / 2;
}

/** `medianOfSorted` of values in any order, which stay as they are. */
export function medianOf(values: ArrayLike<number>): number {
  return medianOfSorted(Float64Array.from(values).sort());
}
