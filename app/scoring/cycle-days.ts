import type { Frame } from "./frame.ts";

/** A shop with fewer gaps than this has no rhythm to speak of yet. */
const leastGaps = 20;
/** A quarter: the usual horizon of retail until the shop's own is known. */
const assumedCycleDays = 90;
/** Ten years and more: longer gaps make the table of counts longer. */
const usualLongestGap = 4096;

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
function countGaps({ customerCount, offsets, orderDay }: Frame, asOfDay: number): Uint32Array {
  let counts = new Uint32Array(usualLongestGap);
  for (let customer = 0; customer < customerCount; customer++) {
    const end = offsets[customer + 1] ?? 0;
    for (let position = (offsets[customer] ?? 0) + 1; position < end; position++) {
      const day = orderDay[position] ?? 0;
      if (day > asOfDay) break;
      const gapDays = day - (orderDay[position - 1] ?? 0);
      if (gapDays >= counts.length) counts = lengthen(counts, gapDays);
      counts[gapDays] = (counts[gapDays] ?? 0) + 1;
    }
  }
  // Two orders of one day are no gap.
  counts[0] = 0;
  return counts;
}

function lengthen(counts: Uint32Array, gapDays: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * gapDays);
  longer.set(counts);
  return longer;
}

/** The gap at a place, from 0, in the order of length. */
function gapAt(gapCounts: Uint32Array, place: number): number {
  let before = 0;
  return gapCounts.findIndex((count) => {
    before += count;
    return before > place;
  });
}
