import type { Calibration } from "../calibration/calibration.ts";
import type { Metrics } from "../metrics.ts";
import type { Program } from "../program/program.ts";
import type { Scores } from "../score.ts";
import { shownValueE4 } from "../value.ts";
import { readMetric } from "./thresholds.ts";
import type { TierCondition } from "./tier-conditions.ts";
import { tierConditionsOf } from "./tier-conditions.ts";

/**
 * One number that decides on a customer's tier. Amounts are minor units; a value is as shown, 0–100, in ten-thousandths, and
 * has to be above its bounds, where other numbers have to reach theirs (days: to stay within).
 */
export type TierRule = {
  metric: TierCondition["metric"];
  actual: number;
  /** What it takes to stay in the tier; `null` = nothing. */
  stay: number | null;
  /** What it takes to enter the tier above; `null` = nothing, or there is none. */
  enterNext: number | null;
};

/** All numbers that keep a customer in a tier (an index, 0 = highest) or enter the one above, at the stored cut-offs. */
export function explainRules(
  metrics: Metrics,
  scores: Scores,
  customer: number,
  { calibration, program, tier }: { calibration: Calibration; program: Program; tier: number },
): TierRule[] {
  const { enter, keep } = tierConditionsOf(calibration, program);
  const toStay = keep[tier] ?? [];
  const toEnter = enter[tier - 1] ?? [];
  const asked = [...new Set([...toEnter, ...toStay].map(({ metric }) => metric))];
  return asked
    .map((metric) => ({
      metric,
      actual: actualOf(metric),
      stay: boundOf(metric, toStay),
      enterNext: boundOf(metric, toEnter),
    }))
    .filter(({ stay, enterNext }) => stay !== null || enterNext !== null);

  function actualOf(metric: TierCondition["metric"]): number {
    return metric === "value"
      ? shownValueE4(scores.value[customer] ?? 0, calibration.rankedCustomers)
      : readMetric(metric, metrics, customer);
  }

  function boundOf(
    metric: TierCondition["metric"],
    conditions: readonly TierCondition[],
  ): number | null {
    const bound = conditions.find((condition) => condition.metric === metric)?.bound;
    if (bound === undefined || !Number.isFinite(bound)) return null;
    return metric === "value" ? shownValueE4(bound - 1, calibration.rankedCustomers) : bound;
  }
}
