/** 97.5 % point of the normal distribution: nineteen of twenty such ranges hold the true share. */
const z = 1.959963984540054;

/** A share and where it may truly lie, all 0–1. */
export type ShareRange = { share: number; low: number; high: number };

/**
 * A share with its 95 % range by Wilson's score method, which also holds for few occasions and shares of 0 and 1.
 *
 *     centre = (s + z²/2n) / (1 + z²/n)      half width = z · √(s(1−s)/n + z²/4n²) / (1 + z²/n)      s = part / whole
 *
 * Example: 10 of 20 → .5 (.299 to .701); of nothing: 0 (0 to 1).
 */
export function shareRangeOf(part: number, whole: number): ShareRange {
  if (whole <= 0) return { share: 0, low: 0, high: 1 };
  const share = part / whole;
  const spread = 1 + z ** 2 / whole;
  const centre = (share + z ** 2 / (2 * whole)) / spread;
  const half = (z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2))) / spread;
  return {
    share,
    low: part === 0 ? 0 : Math.max(0, centre - half),
    high: part === whole ? 1 : Math.min(1, centre + half),
  };
}
