import { chancesToBuy } from "../expect-purchases.ts";
import type { FittedModels, OrderModelRule } from "../fit-models.ts";
import { areaUnderCurve } from "./area-under-curve.ts";
import type { CalibrationBin } from "./calibration-bins.ts";
import { calibrationBins, calibrationError } from "./calibration-bins.ts";
import { chooseLowest } from "./choose-lowest.ts";
import type { HoldOut } from "./hold-out.ts";
import { logLoss } from "./log-loss.ts";
import { rankByRecencyAndFrequency } from "./recency-frequency-rank.ts";

export interface ChanceScore {
  rule: OrderModelRule;
  /** Null when everybody or nobody bought. */
  areaUnderCurve: number | null;
  calibrationError: number;
  logLoss: number;
}

export interface ChanceJudgement {
  scores: ChanceScore[];
  chosen: OrderModelRule;
  /** How well mere ranks of recency and frequency tell buyers from others: what a model has to beat. */
  rankAreaUnderCurve: number | null;
  /** The chosen rule's chances against what happened. */
  bins: CalibrationBin[];
  /** Of how many customers its "more likely than not" or "less likely" was right. */
  rightAbout: number;
}

/** Chances to buy at all against what happened. The rule with the lower log-loss is chosen. */
export function judgeChances(models: FittedModels, holdOut: HoldOut): ChanceJudgement {
  const { known, after, horizonDays } = holdOut;
  const candidates = [candidate("mbg-nbd"), candidate("mbg-cnbd-k")] as const;
  const best = chooseLowest(candidates, ({ score }) => score.logLoss);
  return {
    scores: candidates.map(({ score }) => score),
    chosen: best.score.rule,
    rankAreaUnderCurve: areaUnderCurve(rankByRecencyAndFrequency(known), after.purchases),
    bins: best.bins,
    rightAbout: countRight(best.chances, after.purchases),
  };

  function candidate(rule: OrderModelRule) {
    const chances = chancesToBuy(models.orders[rule].model, known, horizonDays);
    const bins = calibrationBins(chances, after.purchases);
    const score: ChanceScore = {
      rule,
      areaUnderCurve: areaUnderCurve(chances, after.purchases),
      calibrationError: calibrationError(bins),
      logLoss: logLoss(chances, after.purchases),
    };
    return { score, chances, bins };
  }
}

function countRight(chances: Float64Array, bought: Float64Array): number {
  return chances.reduce(
    (right, chance, row) => right + (chance >= 0.5 === (bought[row] ?? 0) > 0 ? 1 : 0),
    0,
  );
}
