import { expectPurchases } from "../expect-purchases.ts";
import type { FittedModels, OrderModelRule } from "../fit-models.ts";
import { chooseLowest } from "./choose-lowest.ts";
import { isClearlyNearer } from "./clearly-nearer.ts";
import type { HoldOut } from "./hold-out.ts";
import { meanAbsoluteError } from "./mean-absolute-error.ts";
import { totalBias } from "./total-bias.ts";

/** How many purchases a customer will make: by a model, or as many as in the same time before. */
export type PurchaseRule = OrderModelRule | "same-again";

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
 * Expected purchases against what happened: the model nearest on average, unless "as many again" was clearly nearer. A year
 * is foreseen from half of one or less, and what lets a plain rule win by a hair there (mere chance in a small shop, saying
 * 0 of everybody who came once) does not last; on every shop looked at the models were nearer over the year.
 */
export function judgePurchases(models: FittedModels, holdOut: HoldOut): PurchaseJudgement {
  const { known, before, after, horizonDays } = holdOut;
  const byModel = [byModelRule("mbg-nbd"), byModelRule("mbg-cnbd-k")] as const;
  const sameAgain = candidate("same-again", before.purchases);
  const nearest = chooseLowest(byModel, ({ score }) => score.meanAbsoluteError);
  const best = isClearlyNearer(sameAgain.expected, nearest.expected, after.purchases)
    ? sameAgain
    : nearest;
  const candidates = [...byModel, sameAgain];
  return {
    scores: candidates.map(({ score }) => score),
    chosen: best.score.rule,
    expected: best.expected,
  };

  function byModelRule(rule: OrderModelRule) {
    return candidate(rule, expectPurchases(models.orders[rule].model, known, horizonDays));
  }

  function candidate(rule: PurchaseRule, expected: Float64Array) {
    const score: PurchaseScore = {
      rule,
      meanAbsoluteError: meanAbsoluteError(expected, after.purchases),
      bias: totalBias(expected, after.purchases),
    };
    return { score, expected };
  }
}
