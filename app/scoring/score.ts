import type { Calibration } from "./calibration/calibration.ts";
import { levelColumn } from "./cut-points/cut-points.ts";
import type { MetricColumns } from "./cut-points/less-columns.ts";
import { countLessForAll, countMetricLess, metricColumnsOf } from "./cut-points/less-columns.ts";
import { groupColumn } from "./groups/group-column.ts";
import { groupSchemeOf } from "./groups/group-scheme-of.ts";
import type { Metrics } from "./metrics.ts";
import type { Program } from "./program/program.ts";
import type { StageKey } from "./stage.ts";
import { stageColumn, stageKeys } from "./stage.ts";
import { tierColumn } from "./tiers/tier-column.ts";
import { valueColumn } from "./value.ts";

/** What follows from metrics, calibration and program, as columns. A customer who is not ranked has 0, and −1 as an index. */
export type Scores = {
  /** 1 to the program's levels; 0 = not ranked. */
  recency: Uint8Array;
  frequency: Uint8Array;
  monetary: Uint8Array;
  /** Σ weightBp · less, see `valueOf`. */
  value: Float64Array;
  /** How many ranked customers have a strictly lower value. */
  valueLess: Uint32Array;
  /** Index into the program's tiers. */
  tier: Int16Array;
  /** Index into the groups of `groupSchemeOf`. */
  group: Int16Array;
  /** Index into `stageKeys`. */
  stage: Int8Array;
};

/**
 * Scores every customer of `metrics` against a calibration: the base it was made from, or a single customer of it later.
 * Ladders and n stay as calibrated, so the customer's own former entry is still in them.
 */
export function score(metrics: Metrics, calibration: Calibration, program: Program): Scores {
  const columns = metricColumnsOf(metrics);
  const less = countMetricLess(calibration.ladders, columns);
  const value = valueColumn(less, program.weights);
  const valueLess = countLessForAll(calibration.ladders.value, value);
  return labelCustomers(metrics, { ...columns, value }, valueLess, calibration, program);
}

/** The second half of `score`, when values and their counts are known already. */
export function labelCustomers(
  metrics: Metrics,
  columns: MetricColumns & { value: Float64Array },
  valueLess: Uint32Array,
  calibration: Calibration,
  program: Program,
): Scores {
  const { cutPoints, cycleDays, rankedCustomers } = calibration;
  const recency = levelColumn(cutPoints.recency, columns.recency);
  const frequency = levelColumn(cutPoints.frequency, columns.frequency);
  const monetary = levelColumn(cutPoints.monetary, columns.monetary);
  const tier = tierColumn({ metrics, columns, valueLess }, calibration, program);
  const stage = stageColumn(metrics, cycleDays);
  const labelled = { recency, frequency, monetary, valueLess, stage, metrics };
  const group = groupColumn(labelled, rankedCustomers, program);
  const scores = { ...labelled, value: columns.value, tier, group };
  return withoutUnranked(metrics, scores);
}

/** Takes back what the columns say of customers without a counted order. */
function withoutUnranked(metrics: Metrics, scores: Scores): Scores {
  const { recency, frequency, monetary, value, valueLess, tier, group, stage } = scores;
  for (let customer = 0; customer < metrics.customerCount; customer++) {
    if (metrics.orderCount[customer] !== 0) continue;
    recency[customer] = 0;
    frequency[customer] = 0;
    monetary[customer] = 0;
    value[customer] = 0;
    valueLess[customer] = 0;
    tier[customer] = -1;
    group[customer] = -1;
    stage[customer] = -1;
  }
  return { recency, frequency, monetary, value, valueLess, tier, group, stage };
}

/** The exclusive labels of a customer by key; all `null` = not ranked. */
export type Labels = { tier: string | null; group: string | null; stage: StageKey | null };

export function labelsOf(scores: Scores, customer: number, program: Program): Labels {
  return {
    tier: program.tiers[scores.tier[customer] ?? -1]?.key ?? null,
    group: groupSchemeOf(program).groups[scores.group[customer] ?? -1]?.key ?? null,
    stage: stageKeys[scores.stage[customer] ?? -1] ?? null,
  };
}
