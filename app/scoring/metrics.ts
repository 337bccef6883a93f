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
  const windowStart = asOfDay - windowDays;
  let position = 0;
  for (let customer = 0; customer < customerCount; customer++) {
    const start = position;
    const end = offsets[customer + 1] ?? 0;
    let netSpendMinor = 0;
    let windowOrders = 0;
    let windowSpendMinor = 0;
    let lastDay = -1;
    for (; position < end; position++) {
      const day = orderDay[position] ?? 0;
      // Orders are by day: from here on all are in the future.
      if (day > asOfDay) break;
      const netMinor = orderNetMinor[position] ?? 0;
      netSpendMinor += netMinor;
      if (day > windowStart) {
        windowOrders++;
        windowSpendMinor += netMinor;
      }
      lastDay = day;
    }
    const isRanked = position > start;
    metrics.recencyDays[customer] = isRanked ? asOfDay - lastDay : -1;
    metrics.orderCount[customer] = position - start;
    metrics.netSpendMinor[customer] = netSpendMinor;
    metrics.windowOrders[customer] = windowOrders;
    metrics.windowSpendMinor[customer] = windowSpendMinor;
    metrics.lastOrderDay[customer] = lastDay;
    metrics.lastOrderAtMs[customer] = isRanked ? (orderAtMs[position - 1] ?? 0) : -1;
    position = end;
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
  };
}
