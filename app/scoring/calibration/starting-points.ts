import type { IndustryKey } from "../industry.ts";
import type { MetricCutPoints } from "./calibration.ts";

/** Where the scores 5, 4, 3, 2 of recency and 2, 3, 4, 5 of the others begin in a shop that has no base of its own yet. */
export type StartingPoint = {
  /** Bought within so many days, best first. */
  daysAtMost: readonly [number, number, number, number];
  /** Orders in the window. */
  ordersAtLeast: readonly [number, number, number, number];
  /** Spend in the window, in tenths of the shop's own average order. */
  spendAtLeastTenths: readonly [number, number, number, number];
};

/**
 * Places to begin, not findings: rough numbers to be replaced by the shop's own as soon as it has enough customers.
 * Where they come from:
 * - 180 and 365 days are the limits of recency in Klaviyo's RFM report; `general` and `home` keep both.
 * - 30, 60, 90 and 120 days: one month, two, a quarter, four months. That food and beauty are used up within one or two
 *   months, clothes bought by the season and furniture by the year is our assumption.
 * - One order more per score is the tightest that frequency can be; that it takes more of what is used up is our assumption.
 * - Spend begins at one average order, so that score 2 in spend means more than a small first order; the steps are ours.
 */
export const startingPoints: Readonly<Record<IndustryKey, StartingPoint>> = {
  general: {
    daysAtMost: [30, 90, 180, 365],
    ordersAtLeast: [2, 3, 4, 6],
    spendAtLeastTenths: [10, 20, 30, 50],
  },
  fashion: {
    daysAtMost: [45, 90, 180, 365],
    ordersAtLeast: [2, 3, 4, 6],
    spendAtLeastTenths: [10, 20, 30, 50],
  },
  beauty: {
    daysAtMost: [30, 60, 120, 240],
    ordersAtLeast: [2, 3, 5, 8],
    spendAtLeastTenths: [10, 20, 40, 70],
  },
  food: {
    daysAtMost: [14, 30, 60, 120],
    ordersAtLeast: [2, 4, 8, 12],
    spendAtLeastTenths: [10, 30, 60, 100],
  },
  home: {
    daysAtMost: [90, 180, 365, 730],
    ordersAtLeast: [2, 3, 4, 5],
    spendAtLeastTenths: [10, 15, 25, 40],
  },
};

/**
 * Cut points of a starting point. `spendMinor` and `orders` are the shop's own, ever: an amount begins at
 * ceil(tenths · spendMinor / (10 · orders)).
 *
 * Example: 10 orders of 400.00 together make an average of 40.00; twice that is 80.00: score 3 begins above 79.99.
 */
export function cutPointsOfStartingPoint(
  key: IndustryKey,
  { spendMinor, orders }: { spendMinor: number; orders: number },
): MetricCutPoints {
  const { daysAtMost, ordersAtLeast, spendAtLeastTenths } = startingPoints[key];
  return {
    recency: daysAtMost.map((days) => -days - 1).reverse(),
    frequency: ordersAtLeast.map((count) => count - 1),
    monetary: spendAtLeastTenths.map(
      (tenths) => Math.ceil((tenths * spendMinor) / (10 * Math.max(1, orders))) - 1,
    ),
  };
}
