import type { Calibration } from "./calibration.ts";
import { lastValueShortOf } from "./ladder.ts";
import type { Program } from "./program.ts";
import type { Scores } from "./score.ts";
import { leastLessForTier } from "./tier.ts";
import { shownValueE4 } from "./value.ts";

/** Where a customer stands on the tier ladder. Values are as shown, 0–100, in ten-thousandths. */
export type TierReason = {
  tierKey: string;
  valueE4: number;
  /** Share of the ranked customers with a strictly lower value, 0–1. */
  valueBeats: number;
  /** Every tier from the highest down; it takes a value above `aboveE4` (`null`: the lowest takes everybody). */
  tiers: { key: string; cutBp: number; aboveE4: number | null }[];
  /** What is missing to the tier above; `null` in the highest. */
  toNextE4: number | null;
  /** How far the value can fall and still keep the tier; `null` in the lowest. */
  toLosingE4: number | null;
};

/** Why a customer is in their tier, at the calibration's cut-offs; `null` when the customer is not ranked. */
export function explainTier(
  scores: Scores,
  customer: number,
  calibration: Calibration,
  program: Program,
): TierReason | null {
  const index = scores.tier[customer] ?? -1;
  const own = program.tiers[index];
  if (own === undefined) return null;
  const { rankedCustomers, ladders } = calibration;
  const tiers = program.tiers.map((tier) => {
    const above = lastValueShortOf(ladders.value, leastLessForTier(tier, rankedCustomers));
    return {
      key: tier.key,
      cutBp: tier.cutBp,
      aboveE4: above === null ? null : shownValueE4(above, rankedCustomers),
    };
  });
  const valueE4 = shownValueE4(scores.value[customer] ?? 0, rankedCustomers);
  const nextAboveE4 = tiers[index - 1]?.aboveE4 ?? null;
  const ownAboveE4 = tiers[index]?.aboveE4 ?? null;
  return {
    tierKey: own.key,
    valueE4,
    valueBeats: Math.min(1, (scores.valueLess[customer] ?? 0) / Math.max(1, rankedCustomers)),
    tiers,
    toNextE4: nextAboveE4 === null ? null : nextAboveE4 - valueE4,
    toLosingE4: ownAboveE4 === null ? null : valueE4 - ownAboveE4,
  };
}
