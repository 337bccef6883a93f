import { expectPurchaseValues } from "../expect-purchase-value.ts";
import type { FittedModels, SpendModelRule } from "../fit-models.ts";
import { chooseLowest } from "./choose-lowest.ts";
import { isClearlyNearer } from "./clearly-nearer.ts";
import type { HoldOut } from "./hold-out.ts";
import { meanAbsoluteError } from "./mean-absolute-error.ts";
import { topTenthShare } from "./top-share.ts";
import { totalBias } from "./total-bias.ts";

/** What a customer will spend: expected purchases times their expected value, or as much as in the same time before. */
export type SpendRule = SpendModelRule | "same-again";

export interface SpendScore {
  rule: SpendRule;
  /** Minor units per customer. */
  meanAbsoluteErrorMinor: number;
  bias: number | null;
  /** Share of the sales that came from the tenth of the customers this rule put first; null without sales. */
  topTenthShare: number | null;
}

export interface SpendJudgement {
  scores: SpendScore[];
  chosen: SpendRule;
}

/**
 * Expected spend against what was spent: the model nearest on average, unless "as much again" was clearly nearer.
 * `expectedPurchases`: what the chosen purchase rule expected.
 */
export function judgeSpend(
  models: FittedModels,
  { known, before, after }: HoldOut,
  expectedPurchases: Float64Array,
): SpendJudgement {
  const modelled = [
    candidate("gamma-gamma-all", byModel("gamma-gamma-all")),
    candidate("gamma-gamma-repeats", byModel("gamma-gamma-repeats")),
  ] as const;
  const sameAgain = candidate("same-again", before.spendMinor);
  const nearest = chooseLowest(modelled, ({ score }) => score.meanAbsoluteErrorMinor);
  const best = isClearlyNearer(sameAgain.expectedMinor, nearest.expectedMinor, after.spendMinor)
    ? sameAgain
    : nearest;
  return {
    scores: [...modelled, sameAgain].map(({ score }) => score),
    chosen: best.score.rule,
  };

  function byModel(rule: SpendModelRule): Float64Array {
    const values = expectPurchaseValues(rule, models.spend[rule], known);
    return values.map((value, row) => value * (expectedPurchases[row] ?? 0));
  }

  function candidate(rule: SpendRule, expectedMinor: Float64Array) {
    const score: SpendScore = {
      rule,
      meanAbsoluteErrorMinor: meanAbsoluteError(expectedMinor, after.spendMinor),
      bias: totalBias(expectedMinor, after.spendMinor),
      topTenthShare: topTenthShare(expectedMinor, after.spendMinor),
    };
    return { score, expectedMinor };
  }
}
