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
import { keptTierColumn, tierColumn } from "./tiers/tier-column.ts";
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
  /** Index into the program's tiers: the highest that is entered. */
  tier: Int16Array;
  /** The highest that is kept by whoever is in it or above; see `keptTierColumn`. */
  keptTier: Int16Array;
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
  const { cutPoints } = calibration;
  return labelCustomers(
    {
      metrics,
      columns: { ...columns, value },
      recency: levelColumn(cutPoints.recency, columns.recency),
      frequency: levelColumn(cutPoints.frequency, columns.frequency),
      monetary: levelColumn(cutPoints.monetary, columns.monetary),
      valueLess: countLessForAll(calibration.ladders.value, value),
    },
    calibration,
    program,
  );
}

/** Everything about the customers that labels are decided by. */
export type Scored = {
  metrics: Metrics;
  columns: MetricColumns & { value: Float64Array };
  recency: Uint8Array;
  frequency: Uint8Array;
  monetary: Uint8Array;
  valueLess: Uint32Array;
};

/** The second half of `score`, when scores and values are known already. */
export function labelCustomers(scored: Scored, calibration: Calibration, program: Program): Scores {
  const stage = stageColumn(scored.metrics, calibration.cycleDays);
  const tier = tierColumn(scored, calibration, program);
  return withoutUnranked(scored.metrics, {
    recency: scored.recency,
    frequency: scored.frequency,
    monetary: scored.monetary,
    value: scored.columns.value,
    valueLess: scored.valueLess,
    tier,
    keptTier: keptTierColumn(scored, tier, calibration, program),
    group: groupColumn({ ...scored, stage }, calibration.rankedCustomers, program),
    stage,
  });
}

/** Takes back what the columns say of customers without a counted order. */
function withoutUnranked(metrics: Metrics, scores: Scores): Scores {
  const { recency, frequency, monetary, value, valueLess, tier, keptTier, group, stage } = scores;
  for (let customer = 0; customer < metrics.customerCount; customer++) {
    if (metrics.orderCount[customer] !== 0) continue;
    recency[customer] = 0;
    frequency[customer] = 0;
    monetary[customer] = 0;
    value[customer] = 0;
    valueLess[customer] = 0;
    tier[customer] = -1;
    keptTier[customer] = -1;
    group[customer] = -1;
    stage[customer] = -1;
  }
  return scores;
}

/** The exclusive labels of a customer by key; all `null` = not ranked. */
export type Labels = { tier: string | null; group: string | null; stage: StageKey | null };

/** Columns of indexes as in `Scores`. */
export type LabelColumns = Pick<Scores, "tier" | "group" | "stage">;

export function labelsOf(scores: LabelColumns, customer: number, program: Program): Labels {
  return createLabelReader(scores, program)(customer);
}

/** `labelsOf` for many customers. */
export function createLabelReader(
  scores: LabelColumns,
  program: Program,
): (customer: number) => Labels {
  const { tiers } = program;
  const { groups } = groupSchemeOf(program);
  return (customer) => ({
    tier: tiers[scores.tier[customer] ?? -1]?.key ?? null,
    group: groups[scores.group[customer] ?? -1]?.key ?? null,
    stage: stageKeys[scores.stage[customer] ?? -1] ?? null,
  });
}
