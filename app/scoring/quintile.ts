/**
 * The score 1–5 of a customer whom `less` of `customerCount` ranked customers are strictly worse than.
 *
 *     score = min(5, 1 + floor(5 · less / customerCount))
 *
 * in whole numbers (5 · less stays below 2^53 for any shop). Equal values have equal `less` and so equal scores. `less` can
 * reach `customerCount` when somebody newer than the calibration is better than everybody in it. An empty base
 * counts as one customer: its first one scores 1.
 *
 * Example: 83 of 100 are worse → 1 + floor(4.15) = 5; 39 of 100 → 1 + floor(1.95) = 2.
 */
export function quintileOf(less: number, customerCount: number): number {
  const base = Math.max(1, customerCount);
  const fifths = 5 * less;
  return Math.min(5, 1 + (fifths - (fifths % base)) / base);
}

/** The least `less` that gives `score`: ceil((score − 1) · customerCount / 5). */
export function leastLessForQuintile(score: number, customerCount: number): number {
  return Math.ceil(((score - 1) * customerCount) / 5);
}
