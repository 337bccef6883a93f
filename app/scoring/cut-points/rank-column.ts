import type { Ladder } from "./ladder.ts";
import { orderByValue } from "./radix-order.ts";

/** A table this many times longer than the column is still cheaper than ordering or searching. */
export const tableEntriesPerValue = 4;

export type RankedColumn = {
  ladder: Ladder;
  /** For each place of the column, how many of its values are strictly below the one there. */
  less: Uint32Array;
};

/**
 * The ladder of a column of whole numbers, and where each of its values stands on it: exact, and by counting rather than
 * comparing. Values that lie close together (days, order counts) have a counter each; others (money) are put into
 * order by the histograms of their digits. `unit`: every distance between two values is a multiple of it.
 *
 * Example: 3, 1, 3, 7 → values 1, 3, 7 with less 0, 1, 3; less of each 1, 0, 1, 3.
 */
export function rankColumn(column: Float64Array, unit = 1): RankedColumn {
  let lowest = Infinity;
  let highest = -Infinity;
  for (let place = 0; place < column.length; place++) {
    const value = column[place] ?? 0;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  const span = highest - lowest + 1;
  return span <= column.length * tableEntriesPerValue
    ? rankByCounting(column, lowest, span)
    : rankByOrdering(column, { lowest, highest, unit });
}

function rankByCounting(column: Float64Array, lowest: number, span: number): RankedColumn {
  const lessAt = new Uint32Array(Math.max(0, span));
  for (let place = 0; place < column.length; place++) {
    const offset = (column[place] ?? 0) - lowest;
    lessAt[offset] = (lessAt[offset] ?? 0) + 1;
  }
  const values = new Float64Array(lessAt.length);
  const lessOfStep = new Uint32Array(lessAt.length);
  let steps = 0;
  let below = 0;
  for (let offset = 0; offset < lessAt.length; offset++) {
    const customers = lessAt[offset] ?? 0;
    lessAt[offset] = below;
    if (customers === 0) continue;
    values[steps] = lowest + offset;
    lessOfStep[steps] = below;
    below += customers;
    steps++;
  }
  const less = new Uint32Array(column.length);
  for (let place = 0; place < column.length; place++)
    less[place] = lessAt[(column[place] ?? 0) - lowest] ?? 0;
  return { ladder: ladderOf(column.length, values, lessOfStep, steps), less };
}

function rankByOrdering(
  column: Float64Array,
  ends: { lowest: number; highest: number; unit: number },
): RankedColumn {
  const { order, distances } = orderByValue(column, ends);
  const values = new Float64Array(column.length);
  const lessOfStep = new Uint32Array(column.length);
  const less = new Uint32Array(column.length);
  let steps = 0;
  let last = NaN;
  let below = 0;
  for (let place = 0; place < order.length; place++) {
    const position = order[place] ?? 0;
    const value =
      distances === null
        ? (column[position] ?? 0)
        : ends.lowest + (distances[place] ?? 0) * ends.unit;
    if (value !== last) {
      last = value;
      below = place;
      values[steps] = value;
      lessOfStep[steps] = below;
      steps++;
    }
    less[position] = below;
  }
  return { ladder: ladderOf(column.length, values, lessOfStep, steps), less };
}

function ladderOf(
  customerCount: number,
  values: Float64Array,
  less: Uint32Array,
  steps: number,
): Ladder {
  // A copy lets go of what is unused; where little is, copying would only cost.
  const cut = 2 * steps < values.length ? "slice" : "subarray";
  return { customerCount, values: values[cut](0, steps), less: less[cut](0, steps) };
}
