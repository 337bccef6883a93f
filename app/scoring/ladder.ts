/**
 * All distinct values of one metric among the ranked customers, lowest first, each with how many customers have
 * strictly less. A metric of which more is worse (days since the last order) is put in negated.
 */
export type Ladder = {
  /** Ranked customers. */
  customerCount: number;
  /** Distinct values, ascending; whole numbers. */
  values: Float64Array;
  /** `less[i]` customers have a value below `values[i]`. */
  less: Uint32Array;
};

/** A table this many times longer than the column is still cheaper than sorting or searching. */
export const tableEntriesPerValue = 4;

/**
 * Builds the ladder of whole numbers in any order.
 *
 * Example: 3, 1, 3, 7 → values 1, 3, 7 with less 0, 1, 3.
 */
export function buildLadder(column: Float64Array): Ladder {
  const lowest = column.reduce((least, value) => Math.min(least, value), Infinity);
  const highest = column.reduce((most, value) => Math.max(most, value), -Infinity);
  const span = highest - lowest + 1;
  return span <= column.length * tableEntriesPerValue
    ? countLadder(column, lowest, span)
    : sortLadder(column);
}

function sortLadder(column: Float64Array): Ladder {
  const sorted = column.slice().sort();
  const values = new Float64Array(sorted.length);
  const less = new Uint32Array(sorted.length);
  let steps = 0;
  for (let index = 0; index < sorted.length; index++) {
    const value = sorted[index] ?? 0;
    if (steps > 0 && value === values[steps - 1]) continue;
    values[steps] = value;
    less[steps] = index;
    steps++;
  }
  return {
    customerCount: sorted.length,
    values: values.slice(0, steps),
    less: less.slice(0, steps),
  };
}

/** Days and order counts lie close together: counting each whole number between the ends is quicker than sorting. */
function countLadder(column: Float64Array, lowest: number, span: number): Ladder {
  const customersAt = new Uint32Array(Math.max(0, span));
  for (let index = 0; index < column.length; index++) {
    const offset = (column[index] ?? 0) - lowest;
    customersAt[offset] = (customersAt[offset] ?? 0) + 1;
  }
  const values = new Float64Array(customersAt.length);
  const less = new Uint32Array(customersAt.length);
  let steps = 0;
  let below = 0;
  for (let offset = 0; offset < customersAt.length; offset++) {
    const customers = customersAt[offset] ?? 0;
    if (customers === 0) continue;
    values[steps] = lowest + offset;
    less[steps] = below;
    below += customers;
    steps++;
  }
  return {
    customerCount: column.length,
    values: values.slice(0, steps),
    less: less.slice(0, steps),
  };
}

/** How many customers have strictly less than `value`, which need not be on the ladder itself. */
export function countLess(ladder: Ladder, value: number): number {
  const step = findStep(ladder.values, value);
  return step < ladder.values.length ? (ladder.less[step] ?? 0) : ladder.customerCount;
}

/**
 * The greatest value that does not yet have `less ≥ enough`: any greater whole number has. `null` when every value has,
 * that is when `enough` is 0.
 *
 * Example: on the ladder of 3, 1, 3, 7 the value 3 is the last one with fewer than 3 customers below it.
 */
export function lastValueShortOf(ladder: Ladder, enough: number): number | null {
  let low = 0;
  let high = ladder.less.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ladder.less[middle] ?? 0) < enough) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : (ladder.values[low - 1] ?? null);
}

/** The first step whose value is not below `value`, by binary search. */
function findStep(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
