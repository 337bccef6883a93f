import type { Frame } from "../frame.ts";
import { nextOrder } from "../models/forecast/next-order.ts";
import { chancesToBuy, expectPurchases, historyAt } from "./expect-purchases.ts";
import { expectPurchaseValues } from "./expect-purchase-value.ts";
import type { OutlookBase } from "./fit-outlook.ts";
import { collectPurchaseDays, countPurchases } from "./purchase-days.ts";

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

const yearDays = 365;
/** Calendars end with the year 9999. */
const lastCalendarDay = 2_932_896;

/** Asks the chosen rules about everybody on `asOfDay`. */
export function foresee(
  { models, chosen, backTest }: Extract<OutlookBase, { kind: "fitted" }>,
  frame: Frame,
  asOfDay: number,
): Outlook {
  const days = collectPurchaseDays(frame, asOfDay);
  const { customers } = days;
  const chanceModel = models.orders[chosen.chances].model;
  // "As much again" was tested over this many days; a year brings as many times more.
  const testedDays = backTest.kind === "tested" ? backTest.horizonDays : yearDays;
  const lately = countPurchases(frame, customers, asOfDay - testedDays, asOfDay);
  const expectedOrders365d = expectYear();
  return {
    customers,
    pBuy90d: chancesToBuy(chanceModel, days, 90),
    pBuy180d: chancesToBuy(chanceModel, days, 180),
    expectedOrders365d,
    expectedSpend365dMinor: expectSpend(),
    nextOrderDay: days.repeats.map((_, row) => {
      const { pNever, medianWait } = nextOrder(chanceModel, historyAt(days, row));
      if (pNever > 0.5 || medianWait === null) return NaN;
      const day = asOfDay + Math.ceil(medianWait);
      return day <= lastCalendarDay ? day : NaN;
    }),
  };

  function expectYear(): Float64Array {
    if (chosen.purchases !== "same-again")
      return expectPurchases(models.orders[chosen.purchases].model, days, yearDays);
    // Who bought nothing lately may still come back: at least the chance of that is to be expected.
    const chances = chancesToBuy(chanceModel, days, yearDays);
    return lately.purchases.map((count, row) =>
      Math.max(chances[row] ?? 0, (count * yearDays) / testedDays),
    );
  }

  function expectSpend(): Float64Array {
    if (chosen.spend === "same-again")
      return lately.spendMinor.map((minor) => (minor * yearDays) / testedDays);
    const values = expectPurchaseValues(chosen.spend, models.spend[chosen.spend], days);
    return values.map((value, row) => value * (expectedOrders365d[row] ?? 0));
  }
}
