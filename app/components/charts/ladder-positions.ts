import type { TierDefinition } from "../../use-cases/pages/page-words.ts";

const WHOLE_BP = 10000;

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
  const lowestFirst = startsOf(tiers);
  const rungs = lowestFirst.map((tier, index) => {
    const startPercent = tier.startBp / 100;
    const endPercent = (lowestFirst[index + 1]?.startBp ?? WHOLE_BP) / 100;
    return {
      key: tier.key,
      name: tier.name,
      rank: tier.rank,
      startPercent,
      widthPercent: endPercent - startPercent,
    };
  });
  const position = lowestFirst.findIndex((tier) => tier.key === current.key);
  const own = rungs[position];
  const next = lowestFirst[position + 1];
  // Tiers that do not go by shares have no place on the axis of shares: the customer stands in the middle of the own one.
  if (current.cutBp === null) {
    const herePercent = own ? own.startPercent + own.widthPercent / 2 : 0;
    return { rungs, herePercent, stayPercent: null, enter: null };
  }
  return {
    rungs,
    herePercent: Math.min(100, Math.max(0, valueBeats * 100)),
    stayPercent: current.cutBp > 0 ? (current.keepBp ?? current.cutBp) / 100 : null,
    enter: next ? { percent: next.startBp / 100, tierName: next.name } : null,
  };
}

/** Lowest first, each with where it begins; tiers that do not go by shares are drawn equally wide. */
function startsOf(tiers: readonly TierDefinition[]): (TierDefinition & { startBp: number })[] {
  const lowestFirst = [...tiers].sort((a, b) => b.rank - a.rank);
  return lowestFirst.map((tier, index) => ({
    ...tier,
    startBp: tier.cutBp ?? (index * WHOLE_BP) / lowestFirst.length,
  }));
}
