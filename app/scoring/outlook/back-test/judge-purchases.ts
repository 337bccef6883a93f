import { expectPurchases, ownRates } from "../expect-purchases.ts";
import type { FittedModels, OrderModelRule } from "../fit-models.ts";
import { chooseLowest } from "./choose-lowest.ts";
import type { HoldOut } from "./hold-out.ts";
import { meanAbsoluteError } from "./mean-absolute-error.ts";
import { totalBias } from "./total-bias.ts";

/** How many purchases a customer will make: by a model, or by a rule that needs none. */
export type PurchaseRule = OrderModelRule | "same-again" | "own-rate";

export interface PurchaseScore {
  rule: PurchaseRule;
  /** Purchases per customer. */
  meanAbsoluteError: number;
  /** 0.1 = ten per cent too many in all; null when nobody bought. */
  bias: number | null;
}

export interface PurchaseJudgement {
  scores: PurchaseScore[];
  chosen: PurchaseRule;
  /** What the chosen rule expected. */
  expected: Float64Array;
}

/**
 * Expected purchases against what happened. `same-again` expects as many as in the same time before, `own-rate` the customer's
 * repeat purchases per day times the horizon.
 */
export function judgePurchases(models: FittedModels, holdOut: HoldOut): PurchaseJudgement {
  const { known, before, after, horizonDays } = holdOut;
  const candidates = [
    candidate("mbg-nbd", expectPurchases(models.orders["mbg-nbd"].model, known, horizonDays)),
    candidate("mbg-cnbd-k", expectPurchases(models.orders["mbg-cnbd-k"].model, known, horizonDays)),
    candidate("same-again", before.purchases),
    candidate(
      "own-rate",
      ownRates(known).map((perDay) => perDay * horizonDays),
    ),
  ] as const;
  const best = chooseLowest(candidates, ({ score }) => score.meanAbsoluteError);
  return {
    scores: candidates.map(({ score }) => score),
    chosen: best.score.rule,
    expected: best.expected,
  };

  function candidate(rule: PurchaseRule, expected: Float64Array) {
    const score: PurchaseScore = {
      rule,
      meanAbsoluteError: meanAbsoluteError(expected, after.purchases),
      bias: totalBias(expected, after.purchases),
    };
    return { score, expected };
  }
}
