import type { Frame } from "../frame.ts";
import { nextOrder } from "../models/forecast/next-order.ts";
import { lastCalendarDay } from "../calendar-day.ts";
import { chancesToBuy, historyAt } from "./expect-purchases.ts";
import { expectYear } from "./expect-year.ts";
import type { OutlookBase } from "./fit-outlook.ts";

/** What to expect of each customer; rows as `customers`. */
export interface Outlook {
  /** Index of each in the frame, ascending: those with a counted order. */
  customers: Uint32Array;
  /** Chance to buy within so many days. */
  pBuy90d: Float64Array;
  pBuy180d: Float64Array;
  /** Purchases, and what they will be worth in minor units, within a year; never fewer than the chance to buy at all. */
  expectedOrders365d: Float64Array;
  expectedSpend365dMinor: Float64Array;
  /**
   * The day by which half of those like this customer who come back at all have done so; NaN when it is more likely than
   * not that no order follows, or when that day is in no calendar.
   */
  nextOrderDay: Float64Array;
}

/** Asks the chosen rules about everybody on `asOfDay`. */
export function foresee(
  base: Extract<OutlookBase, { kind: "fitted" }>,
  frame: Frame,
  asOfDay: number,
): Outlook {
  const { days, purchases, spend } = expectYear(base, frame, asOfDay);
  const chanceModel = base.models.orders[base.chosen.chances].model;
  const expectedOrders365d = days.repeats.map((_, row) => purchases(row, asOfDay));
  return {
    customers: days.customers,
    pBuy90d: chancesToBuy(chanceModel, days, 90),
    pBuy180d: chancesToBuy(chanceModel, days, 180),
    expectedOrders365d,
    expectedSpend365dMinor: expectedOrders365d.map((expected, row) =>
      spend(row, asOfDay, expected),
    ),
    nextOrderDay: days.repeats.map((_, row) => {
      const { pNever, medianWait } = nextOrder(chanceModel, historyAt(days, row));
      if (pNever > 0.5 || medianWait === null) return NaN;
      const day = asOfDay + Math.ceil(medianWait);
      return day <= lastCalendarDay ? day : NaN;
    }),
  };
}
