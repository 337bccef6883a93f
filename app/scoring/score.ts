import type { Calibration } from "./calibration.ts";
import { buildGroupTable, lookUpGroup } from "./groups/group-table.ts";
import { groupPresets } from "./groups/presets.ts";
import { countLessForAll, countMetricLess, metricColumnsOf } from "./less-columns.ts";
import type { Metrics } from "./metrics.ts";
import { isRanked } from "./metrics.ts";
import type { Program } from "./program.ts";
import { quintileOf } from "./quintile.ts";
import type { StageKey } from "./stage.ts";
import { stageKeys, stageOf } from "./stage.ts";
import { tierIndexOf } from "./tier.ts";
import type { LessCountColumns } from "./value.ts";
import { valueColumn } from "./value.ts";

/** What follows from metrics, calibration and program, as columns. A customer who is not ranked has 0, and −1 as an index. */
export type Scores = {
  /** 1–5; 0 = not ranked. */
  recency: Uint8Array;
  frequency: Uint8Array;
  monetary: Uint8Array;
  /** Σ weightBp · less, see `valueOf`. */
  value: Float64Array;
  /** How many ranked customers have a strictly lower value. */
  valueLess: Uint32Array;
  /** Index into the program's tiers. */
  tier: Int16Array;
  /** Index into the preset's groups. */
  group: Int16Array;
  /** Index into `stageKeys`. */
  stage: Int8Array;
};

/**
 * Scores every customer of `metrics` against a calibration: the base it was made from, or a single customer of it later.
 * Ladders and n stay as calibrated, so the customer's own former entry is still in them.
 */
export function score(metrics: Metrics, calibration: Calibration, program: Program): Scores {
  const less = countMetricLess(calibration.ladders, metricColumnsOf(metrics));
  return labelCustomers(metrics, less, valueColumn(less, program.weights), calibration, program);
}

/** The second half of `score`, when the counts and values are known already. */
export function labelCustomers(
  metrics: Metrics,
  less: LessCountColumns,
  value: Float64Array,
  calibration: Calibration,
  program: Program,
): Scores {
  const { rankedCustomers, cycleDays, ladders } = calibration;
  const groupTable = buildGroupTable(groupPresets[program.groups]);
  const valueLess = countLessForAll(ladders.value, value);
  const scores = createScores(metrics.customerCount);
  for (let customer = 0; customer < metrics.customerCount; customer++) {
    if (!isRanked(metrics, customer)) continue;
    const recency = quintileOf(less.recency[customer] ?? 0, rankedCustomers);
    const frequency = quintileOf(less.frequency[customer] ?? 0, rankedCustomers);
    const monetary = quintileOf(less.monetary[customer] ?? 0, rankedCustomers);
    const below = valueLess[customer] ?? 0;
    const orderCount = metrics.orderCount[customer] ?? 0;
    scores.recency[customer] = recency;
    scores.frequency[customer] = frequency;
    scores.monetary[customer] = monetary;
    scores.value[customer] = value[customer] ?? 0;
    scores.valueLess[customer] = below;
    scores.tier[customer] = tierIndexOf(below, rankedCustomers, program.tiers);
    scores.group[customer] = lookUpGroup(
      groupTable,
      recency,
      frequency,
      monetary,
      orderCount === 1,
    );
    scores.stage[customer] = stageKeys.indexOf(
      stageOf(metrics.recencyDays[customer] ?? 0, orderCount, cycleDays),
    );
  }
  return scores;
}

/** The exclusive labels of a customer by key; all `null` = not ranked. */
export type Labels = { tier: string | null; group: string | null; stage: StageKey | null };

export function labelsOf(scores: Scores, customer: number, program: Program): Labels {
  return {
    tier: program.tiers[scores.tier[customer] ?? -1]?.key ?? null,
    group: groupPresets[program.groups].groups[scores.group[customer] ?? -1]?.key ?? null,
    stage: stageKeys[scores.stage[customer] ?? -1] ?? null,
  };
}

function createScores(customerCount: number): Scores {
  return {
    recency: new Uint8Array(customerCount),
    frequency: new Uint8Array(customerCount),
    monetary: new Uint8Array(customerCount),
    value: new Float64Array(customerCount),
    valueLess: new Uint32Array(customerCount),
    tier: new Int16Array(customerCount).fill(-1),
    group: new Int16Array(customerCount).fill(-1),
    stage: new Int8Array(customerCount).fill(-1),
  };
}
