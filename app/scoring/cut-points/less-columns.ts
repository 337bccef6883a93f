import type { MetricLadders } from "../calibration/calibration.ts";
import type { Ladder } from "./ladder.ts";
import { countLess } from "./ladder.ts";
import { tableEntriesPerValue } from "./rank-column.ts";
import type { Metrics } from "../metrics.ts";
import type { LessCountColumns } from "../value.ts";

/** The three metrics of every customer as the ladders hold them, more is better. */
export type MetricColumns = {
  recency: Float64Array;
  frequency: Float64Array;
  monetary: Float64Array;
};

export function metricColumnsOf(metrics: Metrics): MetricColumns {
  const recency = new Float64Array(metrics.customerCount);
  for (let customer = 0; customer < recency.length; customer++)
    recency[customer] = 0 - (metrics.recencyDays[customer] ?? 0);
  return {
    recency,
    frequency: new Float64Array(metrics.windowOrders),
    monetary: metrics.windowSpendMinor,
  };
}

export function countMetricLess(ladders: MetricLadders, columns: MetricColumns): LessCountColumns {
  return {
    recency: countLessForAll(ladders.recency, columns.recency),
    frequency: countLessForAll(ladders.frequency, columns.frequency),
    monetary: countLessForAll(ladders.monetary, columns.monetary),
  };
}

/**
 * `countLess` for a column of whole numbers. Days and order counts lie close together and are looked up in a table, one
 * entry per whole number; amounts are searched one by one.
 */
export function countLessForAll(ladder: Ladder, column: Float64Array): Uint32Array {
  const lowest = ladder.values[0] ?? 0;
  const highest = ladder.values[ladder.values.length - 1] ?? 0;
  const span = highest - lowest + 1;
  const less = new Uint32Array(column.length);
  if (span > tableEntriesPerValue * column.length) {
    for (let index = 0; index < column.length; index++)
      less[index] = countLess(ladder, column[index] ?? 0);
    return less;
  }
  const table = buildTable(ladder, lowest, span);
  for (let index = 0; index < column.length; index++) {
    const offset = (column[index] ?? 0) - lowest;
    less[index] = offset < 0 ? 0 : offset < span ? (table[offset] ?? 0) : ladder.customerCount;
  }
  return less;
}

function buildTable(ladder: Ladder, lowest: number, span: number): Uint32Array {
  const table = new Uint32Array(span);
  let step = 0;
  for (let index = 0; index < span; index++) {
    // Between two steps the upper one's count holds.
    while ((ladder.values[step] ?? Infinity) < lowest + index) step++;
    table[index] = ladder.less[step] ?? ladder.customerCount;
  }
  return table;
}
