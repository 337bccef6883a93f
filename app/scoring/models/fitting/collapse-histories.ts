import type { HistoryColumns } from "./history-columns.ts";
import { numberDistinct } from "./number-distinct.ts";

/** Equal histories once, with their count. Times are divided by `timeUnit`, so that the largest is 1. */
export interface CollapsedHistories {
  customers: number;
  /** Distinct numbers of repeats, rising. */
  counts: Float64Array;
  /** Distinct times, in units of `timeUnit`. */
  times: Float64Array;
  timeUnit: number;
  /** Of each distinct history: its place in `counts`, in `times`, in `times`, and how many customers have it. */
  count: Int32Array;
  lastAt: Int32Array;
  observed: Int32Array;
  weight: Float64Array;
  totalRepeats: number;
  /** Sum of ln(gap / timeUnit) over all gaps; null when it was not given. */
  logGapSum: number | null;
}

/**
 * A likelihood is a sum over customers, and on whole days most customers share their (x, t_x, T) with others: collapsing
 * is exact and makes every later evaluation cheaper. `most`, when given, takes only about that many customers, evenly
 * spread, for a first look at a large base.
 *
 * Example: two customers (0, 0, 10) and one (1, 5, 10) → two histories of weight 2 and 1.
 */
export function collapseHistories(columns: HistoryColumns, most = Infinity): CollapsedHistories {
  const all = columns.repeats.length;
  const stride = Math.max(1, Math.floor(all / most));
  const customers = Math.ceil(all / stride);
  const pick = (column: ArrayLike<number>) =>
    Float64Array.from({ length: customers }, (_, index) => column[index * stride] ?? 0);
  const whole = stride === 1;
  const counts = numberDistinct(whole ? columns.repeats : pick(columns.repeats));
  const lastAt = whole ? columns.lastAt : pick(columns.lastAt);
  const observed = whole ? columns.observed : pick(columns.observed);
  const times = numberDistinct(lastAt, observed);

  const rank = rankOf(counts.values);
  const table = new Int32Array(tableSize(customers)).fill(-1);
  const mask = table.length - 1;
  const count = new Int32Array(customers);
  const last = new Int32Array(customers);
  const seen = new Int32Array(customers);
  const weight = new Float64Array(customers);
  let distinct = 0;
  let totalRepeats = 0;
  for (let customer = 0; customer < customers; customer++) {
    const countPlace = counts.places[customer] ?? 0;
    const lastPlace = times.places[customer] ?? 0;
    const seenPlace = times.places[customers + customer] ?? 0;
    totalRepeats += counts.values[countPlace] ?? 0;
    let slot =
      (Math.imul(countPlace, 0x9e3779b1) ^
        Math.imul(lastPlace, 0x85ebca6b) ^
        Math.imul(seenPlace, 0xc2b2ae35)) >>>
      0;
    slot = (slot ^ (slot >>> 15)) & mask;
    for (;;) {
      const found = table[slot] ?? -1;
      if (found < 0) {
        table[slot] = distinct;
        count[distinct] = countPlace;
        last[distinct] = lastPlace;
        seen[distinct] = seenPlace;
        weight[distinct] = 1;
        distinct++;
        break;
      }
      if (count[found] === countPlace && last[found] === lastPlace && seen[found] === seenPlace) {
        weight[found] = (weight[found] ?? 0) + 1;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  const timeUnit = times.values.reduce((most, time) => Math.max(most, time), 0) || 1;
  let logGapSum: number | null = null;
  if (columns.logGaps !== undefined) {
    logGapSum = -totalRepeats * Math.log(timeUnit);
    for (let index = 0; index < customers; index++)
      logGapSum += columns.logGaps[index * stride] ?? 0;
  }
  return {
    customers,
    counts: counts.values.slice().sort(),
    times: times.values.map((time) => time / timeUnit),
    timeUnit,
    count: count.slice(0, distinct).map((place) => rank[place] ?? 0),
    lastAt: last.slice(0, distinct),
    observed: seen.slice(0, distinct),
    weight: weight.slice(0, distinct),
    totalRepeats,
    logGapSum,
  };
}

/** The place of each value when they are sorted. */
function rankOf(values: Float64Array): Int32Array {
  const rank = new Int32Array(values.length);
  const order = Array.from(values.keys()).sort(
    (one, two) => (values[one] ?? 0) - (values[two] ?? 0),
  );
  for (const [place, index] of order.entries()) rank[index] = place;
  return rank;
}

/** A power of two at least twice the entries. */
function tableSize(entries: number): number {
  return 2 ** Math.ceil(Math.log2(2 * Math.max(8, entries)));
}
