import type { TierDefinition } from "../../use-cases/page-words.ts";

export interface LadderRung {
  key: string;
  name: string;
  rank: number;
  /** Where it begins and how wide it is, in percent of the bar; lowest tier at 0. */
  startPercent: number;
  widthPercent: number;
}

export interface Ladder {
  rungs: LadderRung[];
  /** The customer's place, percent. */
  herePercent: number;
  /** Falling below it loses the tier; null in the lowest tier. */
  stayPercent: number | null;
  /** Reaching it enters the next tier; null in the highest. */
  enter: { percent: number; tierName: string } | null;
}

/**
 * A bar from the lowest to the highest value. `valueBeats` is the share of ranked customers with a strictly lower value
 * (0–1), a tier begins at `cutBp` basis points of the same share, so both stand on one axis.
 */
export function ladderOf(
  tiers: readonly TierDefinition[],
  current: TierDefinition,
  valueBeats: number,
): Ladder {
  const lowestFirst = [...tiers].sort((a, b) => a.cutBp - b.cutBp);
  const rungs = lowestFirst.map((tier, index) => {
    const startPercent = tier.cutBp / 100;
    const endPercent = (lowestFirst[index + 1]?.cutBp ?? 10000) / 100;
    return {
      key: tier.key,
      name: tier.name,
      rank: tier.rank,
      startPercent,
      widthPercent: endPercent - startPercent,
    };
  });
  const position = lowestFirst.findIndex((tier) => tier.key === current.key);
  const next = lowestFirst[position + 1];
  return {
    rungs,
    herePercent: Math.min(100, Math.max(0, valueBeats * 100)),
    stayPercent: current.cutBp > 0 ? current.cutBp / 100 : null,
    enter: next ? { percent: next.cutBp / 100, tierName: next.name } : null,
  };
}
