import type { Calibration } from "./calibration/calibration.ts";
import { levelAt } from "./cut-points/cut-points.ts";
import { countLess } from "./cut-points/ladder.ts";
import type { Metrics } from "./metrics.ts";
import { isRanked } from "./metrics.ts";
import type { Program } from "./program/program.ts";

export type ScoredMetric = "recency" | "frequency" | "monetary";

/** Why a customer has one of the three scores. */
export type ScoreReason = {
  metric: ScoredMetric;
  /** Days since the last counted order, counted orders in the window, or their net in minor units. */
  value: number;
  /** 1 to the program's levels. */
  score: number;
  /** Share of the ranked customers who are strictly worse, 0–1. */
  beats: number;
  weightBp: number;
  /** The metric's value at which the next score starts; `null` at the highest, or when not even an order today would reach it. */
  nextScoreAt: number | null;
};

/**
 * The three scores of a customer, each with the actual number, how many customers it beats and what the next score
 * takes, at the calibration's cut-offs. Empty when the customer is not ranked.
 */
export function explainScores(
  metrics: Metrics,
  customer: number,
  calibration: Calibration,
  program: Program,
): ScoreReason[] {
  if (!isRanked(metrics, customer)) return [];
  const { rankedCustomers, ladders, cutPoints } = calibration;
  const explain = (metric: ScoredMetric, value: number, sign: 1 | -1): ScoreReason => {
    const ladder = ladders[metric];
    const less = countLess(ladder, sign * value);
    const score = levelAt(cutPoints[metric], sign * value);
    // The one above which the next score begins; of several that fall together this leads past all.
    const nextAt = sign * ((cutPoints[metric][score - 1] ?? Infinity) + 1);
    return {
      metric,
      value,
      score,
      beats: Math.min(1, less / Math.max(1, rankedCustomers)),
      weightBp: program.weights[metric],
      nextScoreAt: nextAt >= 0 && nextAt < Infinity ? nextAt : null,
    };
  };
  return [
    explain("recency", metrics.recencyDays[customer] ?? 0, -1),
    explain("frequency", metrics.windowOrders[customer] ?? 0, 1),
    explain("monetary", metrics.windowSpendMinor[customer] ?? 0, 1),
  ];
}
