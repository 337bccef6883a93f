import type { Calibration } from "../calibration/calibration.ts";
import { lastValueShortOf } from "../cut-points/ladder.ts";
import type { Metrics } from "../metrics.ts";
import type { Program } from "../program/program.ts";
import type { Scores } from "../score.ts";
import { shownValueE4 } from "../value.ts";
import type { Threshold } from "./thresholds.ts";
import { meets, readMetric, thresholdsOf } from "./thresholds.ts";
import { leastLessForTier } from "./tier-by-share.ts";

/** One condition of a tier and how the customer stands to it. Amounts are minor units. */
export type ThresholdReason = Threshold & { actual: number; holds: boolean };

/** What it takes to be in a tier. Neither: the lowest tier takes everybody left. */
export type TierStart = {
  key: string;
  /** Shares of the base only: strictly below are this many basis points of the ranked customers. */
  cutBp: number | null;
  /** A value, as shown, above this; `null` where the tier does not go by value. */
  aboveE4: number | null;
  /** All of these must hold; empty where the tier goes by value. */
  conditions: ThresholdReason[];
};

/** Where a customer stands on the tier ladder. Values are as shown, 0–100, in ten-thousandths. */
export type TierReason = {
  tierKey: string;
  valueE4: number;
  /** Share of the ranked customers with a strictly lower value, 0–1. */
  valueBeats: number;
  /** Every tier from the highest down. */
  tiers: TierStart[];
  /** What is missing to the tier above; `null` in the highest, or where tiers do not go by value. */
  toNextE4: number | null;
  /** How far the value can fall and still keep the tier; `null` in the lowest, or where tiers do not go by value. */
  toLosingE4: number | null;
};

/** Why a customer is in their tier, at the calibration's cut-offs; `null` when the customer is not ranked. */
export function explainTier(
  metrics: Metrics,
  scores: Scores,
  customer: number,
  calibration: Calibration,
  program: Program,
): TierReason | null {
  const index = scores.tier[customer] ?? -1;
  const own = program.tiers[index];
  if (own === undefined) return null;
  const starts = tierStartsE4(calibration, program);
  const conditions = conditionsOf(calibration, program);
  const tiers = program.tiers.map(({ key, cutBp }, tier) => ({
    key,
    cutBp: cutBp ?? null,
    aboveE4: starts[tier] ?? null,
    conditions: (conditions[tier] ?? []).map((threshold) => ({
      ...threshold,
      actual: readMetric(threshold.metric, metrics, customer),
      holds: meets(threshold, metrics, customer),
    })),
  }));
  const valueE4 = shownValueE4(scores.value[customer] ?? 0, calibration.rankedCustomers);
  const nextAboveE4 = tiers[index - 1]?.aboveE4 ?? null;
  const ownAboveE4 = tiers[index]?.aboveE4 ?? null;
  return {
    tierKey: own.key,
    valueE4,
    valueBeats: Math.min(
      1,
      (scores.valueLess[customer] ?? 0) / Math.max(1, calibration.rankedCustomers),
    ),
    tiers,
    toNextE4: nextAboveE4 === null ? null : nextAboveE4 - valueE4,
    toLosingE4: ownAboveE4 === null ? null : valueE4 - ownAboveE4,
  };
}

function showAbove(above: number | null, { rankedCustomers }: Calibration): number | null {
  return above === null || above === Infinity ? above : shownValueE4(above, rankedCustomers);
}

/**
 * For each tier from the highest down, the value, as shown, above which it begins; null for the lowest, and where tiers
 * do not go by value.
 */
export function tierStartsE4(calibration: Calibration, program: Program): (number | null)[] {
  const starts = aboveValueOf(calibration, program);
  return program.tiers.map((_tier, index) => showAbove(starts[index] ?? null, calibration));
}

/** For each tier from the highest down, the value above which it begins; empty where tiers do not go by value. */
function aboveValueOf(
  { rankedCustomers, ladders, tierBreaks = [] }: Calibration,
  { tiers, tiersBy }: Program,
): (number | null)[] {
  if (tiersBy?.kind === "natural-breaks")
    return tiersBy.of === "value" ? [...tierBreaks].reverse() : [];
  if (tiersBy?.kind === "thresholds") return [];
  return tiers.map(({ cutBp = 0 }) =>
    lastValueShortOf(ladders.value, leastLessForTier({ cutBp }, rankedCustomers)),
  );
}

const metricOfColumn = {
  recency: { metric: "recencyDays", sign: -1 },
  frequency: { metric: "windowOrders", sign: 1 },
  monetary: { metric: "windowSpend", sign: 1 },
} as const;

/** For each tier from the highest down, the conditions on metrics; empty where tiers go by value. */
function conditionsOf({ tierBreaks = [] }: Calibration, program: Program): Threshold[][] {
  const { tiersBy } = program;
  if (tiersBy?.kind === "thresholds") return thresholdsOf(program);
  if (tiersBy?.kind !== "natural-breaks" || tiersBy.of === "value") return [];
  const { metric, sign } = metricOfColumn[tiersBy.of];
  return [...tierBreaks].reverse().map((above) => [{ metric, bound: sign * (above + 1) }]);
}
