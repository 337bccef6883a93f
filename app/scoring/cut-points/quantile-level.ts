/**
 * The score 1–`levels` of a customer whom `less` of `customerCount` ranked customers are strictly worse than.
 *
 *     score = min(levels, 1 + floor(levels · less / customerCount))
 *
 * in whole numbers (levels · less stays below 2^53 for any shop). Equal values have equal `less` and so equal scores. `less`
 * can reach `customerCount` when somebody newer than the calibration is better than everybody in it. An empty base
 * counts as one customer: its first one scores 1.
 *
 * Example with 5 levels: 83 of 100 are worse → 1 + floor(4.15) = 5; 39 of 100 → 1 + floor(1.95) = 2.
 */
export function quantileLevelOf(less: number, customerCount: number, levels: number): number {
  const base = Math.max(1, customerCount);
  const parts = levels * less;
  return Math.min(levels, 1 + (parts - (parts % base)) / base);
}

/** The least `less` that gives `level`: ceil((level − 1) · customerCount / levels). */
export function leastLessForLevel(level: number, customerCount: number, levels: number): number {
  return Math.ceil(((level - 1) * customerCount) / levels);
}
