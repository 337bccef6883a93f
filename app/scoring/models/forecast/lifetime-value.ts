import { expectedOrders } from "../order-models/expected-orders.ts";
import type { OrderHistory, OrderModel } from "../order-models/order-model.ts";

export interface DiscountPlan {
  /** How many periods ahead. */
  periods: number;
  /** Length of one in the model's time unit. */
  periodLength: number;
  /** What money loses per period: 0.01 is one per cent. */
  ratePerPeriod: number;
}

/**
 * Customer lifetime value over a number of periods: orders expected in each, times the value of one, each period's worth
 * discounted to today as if paid at its end:
 *
 *     Σ_{i=1..n} (E[Y(iL)] − E[Y((i − 1)L)]) · value / (1 + rate)^i
 *
 * (Fader, Hardie & Lee 2005, "RFM and CLV", in discrete periods.)
 *
 * Example: with rate 0 it is value · E[Y(nL)].
 */
export function lifetimeValue(
  model: OrderModel,
  history: OrderHistory,
  orderValue: number,
  { periods, periodLength, ratePerPeriod }: DiscountPlan,
): number {
  let [worth, before] = [0, 0];
  for (let period = 1; period <= periods; period++) {
    const until = expectedOrders(model, history, period * periodLength);
    worth += ((until - before) * orderValue) / (1 + ratePerPeriod) ** period;
    before = until;
  }
  return worth;
}
