import { incompleteBeta } from "../numeric/incomplete-beta.ts";
import type { OrderHistory } from "../order-models/order-model.ts";
import type { GammaGamma } from "../spend/gamma-gamma.ts";
import { expectedMeanSpend } from "../spend/gamma-gamma.ts";
import type { Forecast, PlausibleModel } from "./orders-within.ts";
import { ordersWithin, predictOrderCounts } from "./orders-within.ts";

/** What a customer's former orders say about the value of the next: how many, and their mean. */
export interface SpendHistory {
  orders: number;
  meanSpend: number;
}

/**
 * The money of a customer's orders within `horizon`, in the model's unit: expected orders times expected mean spend, and
 * quantiles of the compound distribution. Given n orders the total is Gamma(pn, ν) with ν ~ Gamma(q + pn', v + n'm'), so
 *
 *     P(S ≤ s | n) = I_z(pn, q + pn'),   z = s/(s + v + n'm')
 *
 * with n', m' the former orders; n is mixed over its predictive distribution. Null when the mean does not exist.
 *
 * Example: no chance of an order → 0, 0, 0.
 */
export function spendWithin(
  models: readonly PlausibleModel[],
  spend: GammaGamma,
  history: OrderHistory,
  former: SpendHistory,
  horizon: number,
  coverage: number,
): Forecast | null {
  const mean = expectedMeanSpend(spend, former.orders, former.meanSpend);
  if (mean === null) return null;
  const chances = predictOrderCounts(models, history, horizon);
  const tail = spend.q + spend.p * former.orders;
  const scale = spend.v + former.orders * former.meanSpend;
  const chanceUpTo = (amount: number): number => {
    const z = amount / (amount + scale);
    const complement = scale / (amount + scale);
    return chances.reduce((sum, chance, n) => {
      if (n === 0) return chance;
      return chance < 1e-9 ? sum : sum + chance * incompleteBeta(z, complement, spend.p * n, tail);
    }, 0);
  };
  return {
    expected: ordersWithin(models, history, horizon, coverage).expected * mean,
    low: quantileOf(chanceUpTo, scale, (1 - coverage) / 2),
    high: quantileOf(chanceUpTo, scale, (1 + coverage) / 2),
  };
}

/** The amount that is not exceeded with this chance, by halving its logarithm. */
function quantileOf(chanceUpTo: (amount: number) => number, scale: number, share: number): number {
  if (chanceUpTo(0) >= share) return 0;
  let [low, high] = [Math.log(scale) - 60, Math.log(scale) + 60];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (chanceUpTo(Math.exp(middle)) < share) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}
