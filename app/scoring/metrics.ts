import type { Frame } from "./frame.ts";

/** Numbers of each customer at a moment, as columns. A customer without counted orders so far has 0 and −1 everywhere. */
export type Metrics = {
  customerCount: number;
  /** Whole days since the last counted order, never windowed; −1 = not ranked. */
  recencyDays: Int32Array;
  /** Counted orders ever. */
  orderCount: Uint32Array;
  /** Net of all counted orders ever, minor units. */
  netSpendMinor: Float64Array;
  /** Counted orders in the window. */
  windowOrders: Uint32Array;
  /** Net of the counted orders in the window, minor units. */
  windowSpendMinor: Float64Array;
  /** Calendar day of the last counted order; −1 when not ranked (look at `orderCount`: day −1 is a real date). */
  lastOrderDay: Int32Array;
  /** Its instant, milliseconds since 1970; −1 when not ranked. */
  lastOrderAtMs: Float64Array;
  /** Calendar day of the first counted order; −1 when not ranked. */
  firstOrderDay: Int32Array;
  /** Spend to be expected within 365 days, minor units, NaN = not known; absent where a program does not ask for it. */
  expectedSpendMinor?: Float64Array;
};

/**
 * Measures every customer of a frame on the calendar date `asOfDay`.
 *
 *     age of an order = asOfDay − its day;  ignored ⇔ age < 0;  in the window ⇔ age < windowDays
 *     recencyDays = the least age
 *
 * Example: as of day 1000 with a window of 365, orders on days 600, 636 and 998 of 10.00, 20.00 and 5.00 give recency 2,
 * 3 orders and 35.00 ever, 2 orders and 25.00 in the window (day 636 is 364 days old, day 635 would be out).
 */
export function measure(frame: Frame, asOfDay: number, windowDays: number): Metrics {
  const { customerCount, offsets, orderDay, orderAtMs, orderNetMinor } = frame;
  const metrics = createMetrics(customerCount);
  // The columns by themselves: a million look-ups of each in the object would cost.
  const { recencyDays, orderCount, netSpendMinor, windowOrders, windowSpendMinor } = metrics;
  const { lastOrderDay, lastOrderAtMs, firstOrderDay } = metrics;
  const windowStart = asOfDay - windowDays;
  for (let customer = 0; customer < customerCount; customer++) {
    const start = offsets[customer] ?? 0;
    let end = offsets[customer + 1] ?? 0;
    // Orders are by day: those in the future are the last ones.
    while (end > start && (orderDay[end - 1] ?? 0) > asOfDay) end--;
    let ownSpend = 0;
    let ownWindowOrders = 0;
    let ownWindowSpend = 0;
    for (let position = start; position < end; position++) {
      const netMinor = orderNetMinor[position] ?? 0;
      // The sign bit, 1 when the day is after the start: cheaper than a branch that is often guessed wrong.
      const isInWindow = (windowStart - (orderDay[position] ?? 0)) >>> 31;
      ownSpend += netMinor;
      ownWindowOrders += isInWindow;
      ownWindowSpend += isInWindow * netMinor;
    }
    const lastDay = end > start ? (orderDay[end - 1] ?? 0) : -1;
    recencyDays[customer] = end > start ? asOfDay - lastDay : -1;
    orderCount[customer] = end - start;
    netSpendMinor[customer] = ownSpend;
    windowOrders[customer] = ownWindowOrders;
    windowSpendMinor[customer] = ownWindowSpend;
    lastOrderDay[customer] = lastDay;
    lastOrderAtMs[customer] = end > start ? (orderAtMs[end - 1] ?? 0) : -1;
    firstOrderDay[customer] = end > start ? (orderDay[start] ?? 0) : -1;
  }
  return metrics;
}

/** A ranked customer has at least one counted order dated up to the as-of date. */
export function isRanked(metrics: Metrics, customer: number): boolean {
  return (metrics.orderCount[customer] ?? 0) > 0;
}

/** The indexes of the ranked customers, ascending. */
export function listRanked(metrics: Metrics): Uint32Array {
  const ranked = new Uint32Array(metrics.customerCount);
  let count = 0;
  for (let customer = 0; customer < metrics.customerCount; customer++) {
    if (isRanked(metrics, customer)) ranked[count++] = customer;
  }
  return ranked.subarray(0, count);
}

function createMetrics(customerCount: number): Metrics {
  return {
    customerCount,
    recencyDays: new Int32Array(customerCount),
    orderCount: new Uint32Array(customerCount),
    netSpendMinor: new Float64Array(customerCount),
    windowOrders: new Uint32Array(customerCount),
    windowSpendMinor: new Float64Array(customerCount),
    lastOrderDay: new Int32Array(customerCount),
    lastOrderAtMs: new Float64Array(customerCount),
    firstOrderDay: new Int32Array(customerCount),
  };
}
