import type { Frame } from "./frame.ts";

/** A shop with fewer gaps than this has no rhythm to speak of yet. */
const leastGaps = 20;
/** A quarter: the usual horizon of retail until the shop's own is known. */
const assumedCycleDays = 90;

/**
 * The shop's usual time between two orders, C of the stages.
 *
 *     C = median of the days between consecutive counted orders of one customer on different days
 *
 * over all customers, orders after `asOfDay` left out; the mean of the two middle gaps when their number is even; 90 when
 * there are fewer than 20 gaps.
 *
 * Example: eleven customers who came back after 10 days and ten who did after 30 → 10.
 */
export function cycleDaysOf(frame: Frame, asOfDay: number): number {
  const gapCounts = countGaps(frame, asOfDay);
  const gaps = gapCounts.reduce((sum, count) => sum + count, 0);
  if (gaps < leastGaps) return assumedCycleDays;
  return (gapAt(gapCounts, (gaps - 1) >>> 1) + gapAt(gapCounts, gaps >>> 1)) / 2;
}

/** How many gaps of each length in days there are: millions of gaps, but only some thousand lengths. */
function countGaps(frame: Frame, asOfDay: number): Uint32Array {
  const firstDay = frame.orderDay.reduce((first, day) => Math.min(first, day), asOfDay);
  const counts = new Uint32Array(asOfDay - firstDay + 1);
  for (let customer = 0; customer < frame.customerCount; customer++) {
    const end = frame.offsets[customer + 1] ?? 0;
    for (let position = (frame.offsets[customer] ?? 0) + 1; position < end; position++) {
      const day = frame.orderDay[position] ?? 0;
      if (day > asOfDay) break;
      const gapDays = day - (frame.orderDay[position - 1] ?? 0);
      if (gapDays > 0) counts[gapDays] = (counts[gapDays] ?? 0) + 1;
    }
  }
  return counts;
}

/** The gap at a place, from 0, in the order of length. */
function gapAt(gapCounts: Uint32Array, place: number): number {
  let before = 0;
  return gapCounts.findIndex((count) => {
    before += count;
    return before > place;
  });
}
