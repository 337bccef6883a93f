import { pBuysWithin } from "../models/order-models/buys-within.ts";
import { expectedOrders } from "../models/order-models/expected-orders.ts";
import type { OrderHistory, OrderModel } from "../models/order-models/order-model.ts";
import type { PurchaseDays } from "./purchase-days.ts";

/** Row `row` as the models want it. */
export function historyAt({ repeats, lastAt, observed }: PurchaseDays, row: number): OrderHistory {
  return {
    repeats: repeats[row] ?? 0,
    lastAt: lastAt[row] ?? 0,
    observed: observed[row] ?? 0,
  };
}

/** Purchases to be expected of each customer within `horizonDays`. */
export function expectPurchases(
  model: OrderModel,
  days: PurchaseDays,
  horizonDays: number,
): Float64Array {
  return days.repeats.map((_, row) => expectedOrders(model, historyAt(days, row), horizonDays));
}

/** The chance of each customer to buy within `horizonDays`. */
export function chancesToBuy(
  model: OrderModel,
  days: PurchaseDays,
  horizonDays: number,
): Float64Array {
  return days.repeats.map((_, row) => pBuysWithin(model, historyAt(days, row), horizonDays));
}
