import type { Calibration } from "./calibration/calibration.ts";
import { findCutPoints, findTierBreaks } from "./calibration/find-cut-points.ts";
import { levelColumnOnLadder } from "./cut-points/cut-points.ts";
import { metricColumnsOf } from "./cut-points/less-columns.ts";
import type { RankedColumn } from "./cut-points/rank-column.ts";
import { rankColumn } from "./cut-points/rank-column.ts";
import { cycleDaysOf } from "./cycle-days.ts";
import type { Frame } from "./frame.ts";
import type { Metrics } from "./metrics.ts";
import { listRanked, measure } from "./metrics.ts";
import type { OutlookRules } from "./outlook/spend-forecast.ts";
import { forecastSpend } from "./outlook/spend-forecast.ts";
import type { Program } from "./program/program.ts";
import { asksForOutlook } from "./program/program.ts";
import type { Scores } from "./score.ts";
import { labelCustomers, score } from "./score.ts";
import { valueColumn, valueUnitOf } from "./value.ts";

export type ScoredBase = { metrics: Metrics; calibration: Calibration; scores: Scores };

/**
 * The full run: measures a whole base on `asOfDay`, calibrates by it and scores everybody. `outlook`: the shop's models, for
 * a program that asks for what is to be expected; without them such a condition does not hold.
 */
export function scoreBase(
  frame: Frame,
  asOfDay: number,
  program: Program,
  outlook?: OutlookRules | null,
): ScoredBase {
  const metrics = measureFor(frame, asOfDay, program, outlook);
  const ranked = listRanked(metrics);
  const columns = metricColumnsOf(metrics);
  const recency = rankAmong(ranked, columns.recency);
  const frequency = rankAmong(ranked, columns.frequency);
  const monetary = rankAmong(ranked, columns.monetary);
  const less = { recency: recency.less, frequency: frequency.less, monetary: monetary.less };
  const value = valueColumn(less, program.weights);
  const valued = rankAmong(ranked, value, valueUnitOf(program.weights));
  const ladders = {
    recency: recency.ladder,
    frequency: frequency.ladder,
    monetary: monetary.ladder,
    value: valued.ladder,
  };
  const calibration: Calibration = {
    asOfDay,
    rankedCustomers: ranked.length,
    cycleDays: cycleDaysOf(frame, asOfDay),
    ladders,
    ...findCutPoints(ladders, metrics, program),
    ...findTierBreaks(ladders, program),
  };
  const { cutPoints } = calibration;
  const scores = labelCustomers(
    {
      metrics,
      columns: { ...columns, value },
      recency: levelColumnOnLadder(cutPoints.recency, recency.ladder, recency.less),
      frequency: levelColumnOnLadder(cutPoints.frequency, frequency.ladder, frequency.less),
      monetary: levelColumnOnLadder(cutPoints.monetary, monetary.ladder, monetary.less),
      valueLess: valued.less,
    },
    calibration,
    program,
  );
  return { metrics, calibration, scores };
}

/** The retier: measures some customers on `asOfDay` and scores them against a calibration that stands already. */
export function scoreAgainst(
  calibration: Calibration,
  frame: Frame,
  asOfDay: number,
  program: Program,
  outlook?: OutlookRules | null,
): { metrics: Metrics; scores: Scores } {
  const metrics = measureFor(frame, asOfDay, program, outlook);
  return { metrics, scores: score(metrics, calibration, program) };
}

/** `measure`, with what is to be expected where the program asks for it and the shop has models. */
function measureFor(
  frame: Frame,
  asOfDay: number,
  program: Program,
  outlook: OutlookRules | null | undefined,
): Metrics {
  const metrics = measure(frame, asOfDay, program.windowDays);
  const forecast = asksForOutlook(program) ? forecastSpend(outlook, frame, asOfDay) : null;
  if (forecast === null) return metrics;
  const expectedSpendMinor = new Float64Array(frame.customerCount);
  for (let customer = 0; customer < frame.customerCount; customer++)
    expectedSpendMinor[customer] = forecast.at(customer, asOfDay);
  return { ...metrics, expectedSpendMinor };
}

/** `rankColumn` of some customers; the others are counted as having nobody below them. */
function rankAmong(customers: Uint32Array, column: Float64Array, unit = 1): RankedColumn {
  if (customers.length === column.length) return rankColumn(column, unit);
  const picked = new Float64Array(customers.length);
  for (let index = 0; index < customers.length; index++)
    picked[index] = column[customers[index] ?? 0] ?? 0;
  const ranked = rankColumn(picked, unit);
  const less = new Uint32Array(column.length);
  for (let index = 0; index < customers.length; index++)
    less[customers[index] ?? 0] = ranked.less[index] ?? 0;
  return { ladder: ranked.ladder, less };
}
