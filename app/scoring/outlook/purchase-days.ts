import type { Frame } from "../frame.ts";

/**
 * Histories as the order models see them: times in days from each customer's first order, orders of one day as one
 * purchase. Only customers with a counted order so far; parallel columns.
 */
export interface PurchaseDays {
  /** Index of each in the frame, ascending. */
  customers: Uint32Array;
  /** x: days bought on after the first. */
  repeats: Float64Array;
  /** t_x: from the first to the last, days. */
  lastAt: Float64Array;
  /** T: from the first to the as-of date, days. */
  observed: Float64Array;
  /** Sum of ln(gap in days). */
  logGaps: Float64Array;
  /** Mean net of a purchase, minor units. */
  meanSpend: Float64Array;
  /** The same without the first purchase; 0 when it is the only one. */
  repeatMeanSpend: Float64Array;
}

/**
 * Collects the purchases up to and on `asOfDay`.
 *
 * Example: as of day 100, orders on day 0 (10.00), twice on day 10 (5.00, 7.00) and on day 40 (8.00) are x = 2, t_x = 40,
 * T = 100, ln(10) + ln(30), a mean of 10.00 and a repeat mean of 10.00.
 */
export function collectPurchaseDays(frame: Frame, asOfDay: number): PurchaseDays {
  const { customerCount, offsets, orderDay, orderNetMinor } = frame;
  const columns = createColumns(customerCount);
  let row = 0;
  for (let customer = 0; customer < customerCount; customer++) {
    const start = offsets[customer] ?? 0;
    const end = offsets[customer + 1] ?? 0;
    const firstDay = orderDay[start] ?? 0;
    if (start === end || firstDay > asOfDay) continue;
    let [repeats, logGaps, firstSpend, laterSpend, lastDay] = [0, 0, 0, 0, firstDay];
    for (let position = start; position < end; position++) {
      const day = orderDay[position] ?? 0;
      if (day > asOfDay) break;
      if (day !== lastDay) {
        repeats++;
        logGaps += Math.log(day - lastDay);
        lastDay = day;
      }
      if (day === firstDay) firstSpend += orderNetMinor[position] ?? 0;
      else laterSpend += orderNetMinor[position] ?? 0;
    }
    columns.customers[row] = customer;
    columns.repeats[row] = repeats;
    columns.lastAt[row] = lastDay - firstDay;
    columns.observed[row] = asOfDay - firstDay;
    columns.logGaps[row] = logGaps;
    columns.meanSpend[row] = (firstSpend + laterSpend) / (repeats + 1);
    columns.repeatMeanSpend[row] = repeats === 0 ? 0 : laterSpend / repeats;
    row++;
  }
  return cutTo(columns, row);
}

/** What customers bought after one day and up to another: purchase days and their net. Rows as `customers`. */
export function countPurchases(
  frame: Frame,
  customers: Uint32Array,
  afterDay: number,
  untilDay: number,
): { purchases: Float64Array; spendMinor: Float64Array } {
  const purchases = new Float64Array(customers.length);
  const spendMinor = new Float64Array(customers.length);
  for (let row = 0; row < customers.length; row++) {
    const own = countPurchasesOf(frame, customers[row] ?? 0, afterDay, untilDay);
    purchases[row] = own.purchases;
    spendMinor[row] = own.spendMinor;
  }
  return { purchases, spendMinor };
}

/** The same of one customer of the frame. */
export function countPurchasesOf(
  { offsets, orderDay, orderNetMinor }: Frame,
  customer: number,
  afterDay: number,
  untilDay: number,
): { purchases: number; spendMinor: number } {
  const end = offsets[customer + 1] ?? 0;
  let [purchases, spendMinor, lastDay] = [0, 0, afterDay];
  for (let position = offsets[customer] ?? 0; position < end; position++) {
    const day = orderDay[position] ?? 0;
    if (day > untilDay) break;
    if (day <= afterDay) continue;
    if (day !== lastDay) purchases++;
    lastDay = day;
    spendMinor += orderNetMinor[position] ?? 0;
  }
  return { purchases, spendMinor };
}

function createColumns(rows: number): PurchaseDays {
  return {
    customers: new Uint32Array(rows),
    repeats: new Float64Array(rows),
    lastAt: new Float64Array(rows),
    observed: new Float64Array(rows),
    logGaps: new Float64Array(rows),
    meanSpend: new Float64Array(rows),
    repeatMeanSpend: new Float64Array(rows),
  };
}

function cutTo(columns: PurchaseDays, rows: number): PurchaseDays {
  return {
    customers: columns.customers.subarray(0, rows),
    repeats: columns.repeats.subarray(0, rows),
    lastAt: columns.lastAt.subarray(0, rows),
    observed: columns.observed.subarray(0, rows),
    logGaps: columns.logGaps.subarray(0, rows),
    meanSpend: columns.meanSpend.subarray(0, rows),
    repeatMeanSpend: columns.repeatMeanSpend.subarray(0, rows),
  };
}
