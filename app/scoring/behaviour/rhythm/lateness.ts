/** How late somebody is, mildest first. A risk column holds indexes into this. */
export const riskLevels = ["on-time", "due", "late", "at-risk", "lost"] as const;

export type RiskLevel = (typeof riskLevels)[number];

/**
 * Each level begins where so many percent of the gaps that ended were shorter, in the shop and of the customer's own,
 * and never before so many times the usual days: where everybody comes on the day, a day's delay is later than all, and
 * yet no loss; and who has always come irregularly is not late yet.
 */
const levelBounds: readonly { percent: number; leastRatio: number }[] = [
  { percent: 0, leastRatio: 0 },
  { percent: 50, leastRatio: 1 },
  { percent: 80, leastRatio: 1.25 },
  { percent: 95, leastRatio: 1.5 },
  { percent: 99, leastRatio: 2 },
];

/** A percent of fewer gaps than this has no meaning. */
const leastRatios = 100;

/** How much longer than usual the gaps of a base were; a ratio is days / usual days. */
export type Lateness = {
  /** Gaps that ended with a purchase. */
  gaps: number;
  /** Fewer than 100 gaps: the cuts are those of somebody who buys at random, −log2(1 − p/100), not the shop's. */
  isAssumed: boolean;
  /** `cuts[p]`: the ratio that p percent of the gaps do not exceed, p from 0 to 99; `cuts[0]` is 0. */
  cuts: number[];
  /** By level: how often a customer came to be that late, and how often they bought after all; the others not yet. */
  reached: number[];
  cameBack: number[];
};

/** Gaps as they were when they ended, or are now: their ratios, and how many percent of the own gaps before were shorter. */
export type MeasuredGaps = { ratio: Float64Array; shorterPercent: Float64Array };

/**
 * The distribution of ratios: `ended` of gaps that ended with a purchase, `open` of those that have not.
 *
 *     cuts[p] = the ⌈p·n/100⌉-th smallest of the n ended ratios
 *
 * Example: of the ended ratios 0.01, 0.02, …, 1.00 it is cuts[95] = 0.95.
 */
export function measureLateness(ended: MeasuredGaps, open: MeasuredGaps): Lateness {
  const sorted = ended.ratio.slice().sort();
  const isAssumed = sorted.length < leastRatios;
  const cuts = Array.from({ length: 100 }, (_, percent) => {
    if (percent === 0) return 0;
    if (isAssumed) return -Math.log2(1 - percent / 100);
    return sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? 0;
  });
  const cameBack = countReached(cuts, ended);
  const notYet = countReached(cuts, open);
  return {
    gaps: sorted.length,
    isAssumed,
    cuts,
    reached: cameBack.map((count, level) => count + (notYet[level] ?? 0)),
    cameBack,
  };
}

/** How many percent of the gaps that ended were shorter: whole, 0–99. */
export function laterThanPercent(cuts: readonly number[], ratio: number): number {
  let percent = 0;
  let above = cuts.length;
  while (above - percent > 1) {
    const middle = (percent + above) >>> 1;
    if ((cuts[middle] ?? 0) < ratio) percent = middle;
    else above = middle;
  }
  return percent;
}

/** How many percent of somebody's own gaps were shorter than so many days; 100 where they have none to compare. */
export function shorterPercentOf(ownGaps: readonly number[], days: number): number {
  if (ownGaps.length === 0) return 100;
  return (100 * ownGaps.filter((gap) => gap < days).length) / ownGaps.length;
}

/** Index into `riskLevels`; never less for a greater ratio or percent of own gaps. */
export function levelOf(cuts: readonly number[], ratio: number, shorterPercent: number): number {
  const percent = Math.min(shorterPercent, laterThanPercent(cuts, ratio));
  return levelBounds.findLastIndex(
    (bound) => percent >= bound.percent && ratio >= bound.leastRatio,
  );
}

/** After how many whole days without a purchase each level begins, by level. */
export function levelDaysOf(
  cuts: readonly number[],
  usualDays: number,
  ownGaps: readonly number[],
): number[] {
  return levelBounds.map(({ percent, leastRatio }, level) => {
    const ratio = Math.max(cuts[percent] ?? 0, leastRatio);
    let days = Math.max(0, Math.floor(ratio * usualDays) - 1);
    while (levelOf(cuts, days / usualDays, shorterPercentOf(ownGaps, days)) < level) days++;
    return days;
  });
}

/** How many of the gaps reach each level. */
function countReached(cuts: readonly number[], gaps: MeasuredGaps): number[] {
  const counts: number[] = riskLevels.map(() => 0);
  gaps.ratio.forEach((ratio, index) => {
    for (let level = levelOf(cuts, ratio, gaps.shorterPercent[index] ?? 0); level >= 0; level--)
      counts[level] = (counts[level] ?? 0) + 1;
  });
  return counts;
}
