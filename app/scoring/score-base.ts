import type { Calibration } from "./calibration.ts";
import { cycleDaysOf } from "./cycle-days.ts";
import type { Frame } from "./frame.ts";
import { buildLadder } from "./ladder.ts";
import { countMetricLess, metricColumnsOf } from "./less-columns.ts";
import type { Metrics } from "./metrics.ts";
import { listRanked, measure } from "./metrics.ts";
import type { Program } from "./program.ts";
import type { Scores } from "./score.ts";
import { labelCustomers, score } from "./score.ts";
import { valueColumn } from "./value.ts";

export type ScoredBase = { metrics: Metrics; calibration: Calibration; scores: Scores };

/** The full run: measures a whole base on `asOfDay`, calibrates by it and scores everybody. */
export function scoreBase(frame: Frame, asOfDay: number, program: Program): ScoredBase {
  const metrics = measure(frame, asOfDay, program.windowDays);
  const ranked = listRanked(metrics);
  const columns = metricColumnsOf(metrics);
  const metricLadders = {
    recency: buildLadder(pick(columns.recency, ranked)),
    frequency: buildLadder(pick(columns.frequency, ranked)),
    monetary: buildLadder(pick(columns.monetary, ranked)),
  };
  // The same counts that `score` would look up: a million customers are looked up once, not twice.
  const less = countMetricLess(metricLadders, columns);
  const value = valueColumn(less, program.weights);
  const calibration: Calibration = {
    asOfDay,
    rankedCustomers: ranked.length,
    cycleDays: cycleDaysOf(frame, asOfDay),
    ladders: { ...metricLadders, value: buildLadder(pick(value, ranked)) },
  };
  return {
    metrics,
    calibration,
    scores: labelCustomers(metrics, less, value, calibration, program),
  };
}

/** The retier: measures some customers on `asOfDay` and scores them against a calibration that stands already. */
export function scoreAgainst(
  calibration: Calibration,
  frame: Frame,
  asOfDay: number,
  program: Program,
): { metrics: Metrics; scores: Scores } {
  const metrics = measure(frame, asOfDay, program.windowDays);
  return { metrics, scores: score(metrics, calibration, program) };
}

function pick(column: Float64Array, customers: Uint32Array): Float64Array {
  const picked = new Float64Array(customers.length);
  for (let index = 0; index < customers.length; index++)
    picked[index] = column[customers[index] ?? 0] ?? 0;
  return picked;
}
