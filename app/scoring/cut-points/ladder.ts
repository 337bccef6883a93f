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
