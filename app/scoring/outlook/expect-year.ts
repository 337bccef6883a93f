import type { Frame } from "../frame.ts";
import { pBuysWithin } from "../models/order-models/buys-within.ts";
import { expectedOrders } from "../models/order-models/expected-orders.ts";
import type { SilenceBounds } from "../models/order-models/in-silence.ts";
import {
  expectedOrdersInSilence,
  pBuysWithinInSilence,
} from "../models/order-models/in-silence.ts";
import type { OrderHistory, OrderModel } from "../models/order-models/order-model.ts";
import type { GammaGamma } from "../models/spend/gamma-gamma.ts";
import { expectPurchaseValues } from "./expect-purchase-value.ts";
import type { OrderModelRule, SpendModelRule } from "./fit-models.ts";
import type { ChosenRules } from "./fit-outlook.ts";
import type { PurchaseDays } from "./purchase-days.ts";
import { collectPurchaseDays, countPurchasesOf } from "./purchase-days.ts";

export const yearDays = 365;

/** What of a fitted `OutlookBase`, or of a stored one, says how much to expect. */
export interface YearRules {
  models: {
    orders: Readonly<Record<OrderModelRule, { model: OrderModel }>>;
    spend: Readonly<Record<SpendModelRule, { model: GammaGamma } | null>>;
  };
  chosen: ChosenRules;
  backTest: { kind: "tested"; horizonDays: number } | { kind: "not-enough-history" };
}

/**
 * What to expect of customers in the 365 days after a day, from `asOfDay` on, if they buy nothing until then. Rows as
 * `days.customers`; money in minor units.
 */
export interface YearExpectation {
  days: PurchaseDays;
  purchases: (row: number, day: number) => number;
  /** `expected`: what `purchases` says, where that is known already. */
  spend: (row: number, day: number, expected?: number) => number;
  /** Between these the spend lies from one day to the other, both included; on one day both are what `spend` says. */
  spendBetween: (row: number, fromDay: number, toDay: number) => SilenceBounds;
}

/** What was bought up to `asOfDay`, and what the chosen rules make of it on that day and on later ones. */
export function expectYear(
  { models, chosen, backTest }: YearRules,
  frame: Frame,
  asOfDay: number,
): YearExpectation {
  const days = collectPurchaseDays(frame, asOfDay);
  // "As much again" was tested over this many days; a year brings as many times more.
  const testedDays = backTest.kind === "tested" ? backTest.horizonDays : yearDays;
  const values =
    chosen.spend === "same-again"
      ? null
      : expectPurchaseValues(chosen.spend, models.spend[chosen.spend], days);
  const chanceModel = models.orders[chosen.chances].model;
  return { days, purchases, spend, spendBetween };

  function purchases(row: number, day: number): number {
    const history = historyOn(row, day);
    if (chosen.purchases !== "same-again")
      return expectedOrders(models.orders[chosen.purchases].model, history, yearDays);
    // Who bought nothing lately may still come back: at least the chance of that is to be expected.
    return Math.max(pBuysWithin(chanceModel, history, yearDays), again(lately(row, day).purchases));
  }

  function spend(row: number, day: number, expected?: number): number {
    if (values === null) return again(lately(row, day).spendMinor);
    return (values[row] ?? 0) * (expected ?? purchases(row, day));
  }

  function spendBetween(row: number, fromDay: number, toDay: number): SilenceBounds {
    // What was bought lately only gets less.
    if (values === null) return { low: spend(row, toDay), high: spend(row, fromDay) };
    const value = values[row] ?? 0;
    const { low, high } = purchasesBetween(row, fromDay, toDay);
    return { low: value * low, high: value * high };
  }

  function purchasesBetween(row: number, fromDay: number, toDay: number): SilenceBounds {
    const [early, late] = [historyOn(row, fromDay), historyOn(row, toDay)];
    if (chosen.purchases !== "same-again")
      return expectedOrdersInSilence(models.orders[chosen.purchases].model, early, late, yearDays);
    const chance = pBuysWithinInSilence(chanceModel, early, late, yearDays);
    return {
      low: Math.max(chance.low, again(lately(row, toDay).purchases)),
      high: Math.max(chance.high, again(lately(row, fromDay).purchases)),
    };
  }

  function historyOn(row: number, day: number): OrderHistory {
    return {
      repeats: days.repeats[row] ?? 0,
      lastAt: days.lastAt[row] ?? 0,
      observed: (days.observed[row] ?? 0) + (day - asOfDay),
    };
  }

  function lately(row: number, day: number): { purchases: number; spendMinor: number } {
    const customer = days.customers[row] ?? 0;
    return countPurchasesOf(frame, customer, day - testedDays, asOfDay);
  }

  function again(amount: number): number {
    return (amount * yearDays) / testedDays;
  }
}
