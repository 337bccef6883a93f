import type { Ladder } from "./ladder.ts";
import { countLess, lastValueShortOf } from "./ladder.ts";
import { countReached } from "./count-reached.ts";
import { leastLessForLevel } from "./quantile-level.ts";

/**
 * Where the scores of one metric begin: score 1 takes everybody, score `i + 2` begins strictly above `cutPoints[i]`, so there
 * are `levels − 1` of them, ascending. They are in the ladder's own sign, in which more is better (recency is negated
 * days). `Infinity` = nobody reaches that score.
 */
export type CutPoints = readonly number[];

/**
 * The score of a value.
 *
 * Example: cut points 9, 9, 20, ∞ → 9 scores 1, 10 scores 3, 21 scores 4.
 */
export function levelAt(cutPoints: CutPoints, value: number): number {
  let level = 1;
  for (const cutPoint of cutPoints) if (value > cutPoint) level++;
  return level;
}

/** `levelAt` of a column. */
export function levelColumn(cutPoints: CutPoints, column: Float64Array): Uint8Array {
  return Uint8Array.from(column, (value) => levelAt(cutPoints, value));
}

/**
 * `levelColumn` of a column that the ladder was made of, by how many customers are below each value rather than by the
 * value: whole numbers below 2^31, which are compared without a branch.
 */
export function levelColumnOnLadder(
  cutPoints: CutPoints,
  ladder: Ladder,
  less: Uint32Array,
): Uint8Array {
  const starts = cutPoints.map((cutPoint) => countLess(ladder, cutPoint + 1));
  return countReached(starts, less, 1);
}

/**
 * Cut points that give each value the score of `quantileLevelOf`: as many customers in each as ties allow, read off the
 * ladder and therefore exact. Equal values are never parted.
 *
 * Example: the ladder of 1, 3, 3, 7, 9 in 5 levels → 1, 3, 3, 7: the threes have one customer below and score 2, the seven
 * has three and scores 4, the nine four and 5; nobody scores 3.
 */
export function quantileCutPoints(ladder: Ladder, levels: number): number[] {
  return Array.from({ length: levels - 1 }, (_, index) => {
    if (ladder.customerCount === 0) return Infinity;
    const enough = leastLessForLevel(index + 2, ladder.customerCount, levels);
    return lastValueShortOf(ladder, enough) ?? -Infinity;
  });
}
