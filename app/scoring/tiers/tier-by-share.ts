import { countReached } from "../cut-points/count-reached.ts";

/** What the rule needs of a tier: where it begins, in basis points of the ranked customers below. */
export type TierCut = { cutBp: number };

/**
 * Index of the tier (0 = highest) of a customer whose value `less` of `customerCount` ranked customers are strictly below.
 *
 *     in the tier ⇔ less · 10000 ≥ cutBp · customerCount        the first that holds, from the highest down
 *
 * in whole numbers. The lowest tier has cutBp 0 and takes everybody. An empty base counts as one customer.
 *
 * Example: of 10 customers, 8 below → 80000 ≥ 8000 · 10: the first of 8000/5000/0; 7 below → the second.
 */
export function tierIndexOf(
  less: number,
  customerCount: number,
  tiers: readonly TierCut[],
): number {
  const base = Math.max(1, customerCount);
  return tiers.findIndex(({ cutBp }) => less * 10_000 >= cutBp * base);
}

/** The least `less` that is enough for a tier: ceil(cutBp · customerCount / 10000). */
export function leastLessForTier({ cutBp }: TierCut, customerCount: number): number {
  return Math.ceil((cutBp * Math.max(1, customerCount)) / 10_000);
}

/** `tierIndexOf` of a column of counts. */
export function tierColumnByShare(
  less: Uint32Array,
  customerCount: number,
  cutsBp: readonly number[],
): Int16Array {
  const lowest = cutsBp.length - 1;
  const starts = cutsBp.slice(0, lowest).map((cutBp) => leastLessForTier({ cutBp }, customerCount));
  const reached = countReached(starts, less);
  const tier = new Int16Array(less.length);
  for (let customer = 0; customer < tier.length; customer++)
    tier[customer] = lowest - (reached[customer] ?? 0);
  return tier;
}
