import type { GammaGamma } from "../models/spend/gamma-gamma.ts";
import { expectedMeanSpend } from "../models/spend/gamma-gamma.ts";
import type { SpendModelRule } from "./fit-models.ts";
import type { PurchaseDays } from "./purchase-days.ts";

/**
 * What each customer's next purchase will be worth, minor units. Without a model, or where its mean does not exist, that is
 * the mean of what they bought so far.
 */
export function expectPurchaseValues(
  rule: SpendModelRule,
  fitted: { model: GammaGamma } | null,
  { repeats, meanSpend, repeatMeanSpend }: PurchaseDays,
): Float64Array {
  const averagesAll = rule === "gamma-gamma-all";
  return meanSpend.map((ownMean, row) => {
    if (fitted === null) return ownMean;
    const later = repeats[row] ?? 0;
    const expected = averagesAll
      ? expectedMeanSpend(fitted.model, later + 1, ownMean)
      : expectedMeanSpend(fitted.model, later, repeatMeanSpend[row] ?? 0);
    return expected ?? ownMean;
  });
}
