import type { Baskets } from "../baskets.ts";
import type { Labelling, Period } from "./labelling.ts";
import type { ShareRange } from "./share-range.ts";
import { shareRangeOf } from "./share-range.ts";

const hoursPerDay = 24;
const daysPerWeek = 7;
/** On fewer orders than this the fullest hour is an accident: 168 hours and not one order each. */
const leastOrders = 100;

/** The fullest hour or weekday: where its share may lie, and how it compares with everybody's (100 = the same). */
export type BestTime = { at: number; orders: number; share: ShareRange; indexAgainstAll: number };

/** `label` is `null` for everybody, customers without a label included. */
export type HourProfile = {
  label: string | null;
  orders: number;
  /** Orders by weekday and hour of day in shop time: `grid[weekday · 24 + hour]`, 0 = Monday. */
  grid: number[];
  best:
    | { kind: "too-few"; needs: number; has: number }
    | {
        kind: "best";
        /** `at`: 0–23. */
        hour: BestTime;
        /** `at`: 0 = Monday to 6. */
        weekday: BestTime;
        /** `at`: weekday · 24 + hour. */
        weekdayHour: BestTime;
      };
};

/**
 * When orders are placed, in shop time, for everybody and then for each label: the best hour to reach them is the one
 * in which most of their orders are placed, the earlier of equal ones. Nothing is called best on fewer than 100 orders.
 *
 * Example: of 200 orders 50 are placed between 20:00 and 20:59, more than in any other hour: hour 20, share .25.
 */
export function profileHours(
  baskets: Baskets,
  labelling: Labelling,
  period: Period,
): HourProfile[] {
  const everybody = new Uint32Array(daysPerWeek * hoursPerDay);
  const grids = labelling.names.map(() => new Uint32Array(daysPerWeek * hoursPerDay));
  for (let customer = 0; customer < baskets.customerCount; customer++) {
    const ofLabel = grids[labelling.labelOf[customer] ?? -1];
    const end = baskets.orderOffsets[customer + 1] ?? 0;
    for (let order = baskets.orderOffsets[customer] ?? 0; order < end; order++) {
      const day = baskets.orders.day[order] ?? 0;
      if (day < period.fromDay || day > period.asOfDay) continue;
      const cell = Math.floor((baskets.orders.minuteOfWeek[order] ?? 0) / 60);
      everybody[cell] = (everybody[cell] ?? 0) + 1;
      if (ofLabel !== undefined) ofLabel[cell] = (ofLabel[cell] ?? 0) + 1;
    }
  }
  return [
    reportGrid(null, everybody, everybody),
    ...grids.map((grid, label) => reportGrid(labelling.names[label] ?? "", grid, everybody)),
  ];
}

function reportGrid(label: string | null, grid: Uint32Array, everybody: Uint32Array): HourProfile {
  const orders = sumOf(grid);
  const profile = { label, orders, grid: [...grid] };
  if (orders < leastOrders)
    return { ...profile, best: { kind: "too-few", needs: leastOrders, has: orders } };
  return {
    ...profile,
    best: {
      kind: "best",
      hour: findBest(byHour(grid), byHour(everybody)),
      weekday: findBest(byWeekday(grid), byWeekday(everybody)),
      weekdayHour: findBest(grid, everybody),
    },
  };
}

function findBest(counts: Uint32Array, everybody: Uint32Array): BestTime {
  const at = counts.reduce((best, count, place) => (count > (counts[best] ?? 0) ? place : best), 0);
  const orders = counts[at] ?? 0;
  const share = shareRangeOf(orders, sumOf(counts));
  // Whoever has an order in an hour is one of everybody, so nothing is divided by zero.
  const shareOfAll = (everybody[at] ?? 1) / sumOf(everybody);
  return { at, orders, share, indexAgainstAll: (100 * share.share) / shareOfAll };
}

function byHour(grid: Uint32Array): Uint32Array {
  const hours = new Uint32Array(hoursPerDay);
  grid.forEach((count, cell) => {
    hours[cell % hoursPerDay] = (hours[cell % hoursPerDay] ?? 0) + count;
  });
  return hours;
}

function byWeekday(grid: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: daysPerWeek }, (_, weekday) =>
    sumOf(grid.subarray(weekday * hoursPerDay, (weekday + 1) * hoursPerDay)),
  );
}

function sumOf(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
