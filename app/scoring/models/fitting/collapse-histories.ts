import type { HistoryColumns } from "./history-columns.ts";
import type { DistinctValues } from "./number-distinct.ts";
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

  const collapsed = countTriples(counts, times, customers);
  const timeUnit = times.values.reduce((most, time) => Math.max(most, time), 0) || 1;
  const rank = rankOf(counts.values);
  let totalRepeats = 0;
  for (let index = 0; index < collapsed.weight.length; index++) {
    const place = collapsed.count[index] ?? 0;
    totalRepeats += (collapsed.weight[index] ?? 0) * (counts.values[place] ?? 0);
    collapsed.count[index] = rank[place] ?? 0;
  }
  return {
    ...collapsed,
    customers,
    counts: counts.values.slice().sort(),
    times: times.values.map((time) => time / timeUnit),
    timeUnit,
    totalRepeats,
    logGapSum:
      columns.logGaps === undefined
        ? null
        : sumEvery(columns.logGaps, stride) - totalRepeats * Math.log(timeUnit),
  };
}

function sumEvery(column: ArrayLike<number>, stride: number): number {
  let sum = 0;
  for (let index = 0; index < column.length; index += stride) sum += column[index] ?? 0;
  return sum;
}

/**
 * How often each (x, t_x, T) occurs, by hashing. The three places make one whole number, so a look-up compares one value;
 * should they not fit into a double's 53 bits, every customer stays a history of their own, which is as right but slower.
 */
function countTriples(
  counts: DistinctValues,
  times: DistinctValues,
  customers: number,
): Pick<CollapsedHistories, "count" | "lastAt" | "observed" | "weight"> {
  const distinctTimes = times.values.length;
  if (counts.values.length * distinctTimes * distinctTimes >= 2 ** 53) {
    return {
      count: counts.places.slice(),
      lastAt: times.places.slice(0, customers),
      observed: times.places.slice(customers),
      weight: new Float64Array(customers).fill(1),
    };
  }
  const keys = new Float64Array(tableSize(customers)).fill(-1);
  const weights = new Int32Array(keys.length);
  const mask = keys.length - 1;
  let distinct = 0;
  for (let customer = 0; customer < customers; customer++) {
    const count = counts.places[customer] ?? 0;
    const last = times.places[customer] ?? 0;
    const seen = times.places[customers + customer] ?? 0;
    const key = (count * distinctTimes + last) * distinctTimes + seen;
    const hash =
      Math.imul(count, 0x9e3779b1) ^ Math.imul(last, 0x85ebca6b) ^ Math.imul(seen, 0xc2b2ae35);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (keys[slot] !== key) {
      if (keys[slot] === -1) {
        keys[slot] = key;
        distinct++;
        break;
      }
      slot = (slot + 1) & mask;
    }
    weights[slot] = (weights[slot] ?? 0) + 1;
  }
  return unpackTriples(keys, weights, distinctTimes, distinct);
}

function unpackTriples(
  keys: Float64Array,
  weights: Int32Array,
  distinctTimes: number,
  distinct: number,
): Pick<CollapsedHistories, "count" | "lastAt" | "observed" | "weight"> {
  const count = new Int32Array(distinct);
  const lastAt = new Int32Array(distinct);
  const observed = new Int32Array(distinct);
  const weight = new Float64Array(distinct);
  let index = 0;
  for (let slot = 0; slot < keys.length; slot++) {
    const key = keys[slot] ?? -1;
    if (key < 0) continue;
    const pair = Math.floor(key / distinctTimes);
    count[index] = Math.floor(pair / distinctTimes);
    lastAt[index] = pair % distinctTimes;
    observed[index] = key - pair * distinctTimes;
    weight[index] = weights[slot] ?? 0;
    index++;
  }
  return { count, lastAt, observed, weight };
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
