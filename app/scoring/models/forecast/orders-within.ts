import { expectedOrders } from "../order-models/expected-orders.ts";
import { orderCountChances } from "../order-models/order-count-chances.ts";
import type { OrderHistory, OrderModel } from "../order-models/order-model.ts";

/** A model that the data allow, and how much weight it has among them. The weights add up to 1. */
export interface PlausibleModel {
  model: OrderModel;
  weight: number;
}

/** What to expect, and between what and what it will lie with the coverage asked for. */
export interface Forecast {
  expected: number;
  low: number;
  high: number;
}

/** More orders than this within a horizon are not told apart. */
const mostOrders = 4096;
/** What the last count may leave out. */
const leftOut = 1e-6;

/** P(Y(h) = n) averaged over the plausible models, as far as any count matters. */
export function predictOrderCounts(
  models: readonly PlausibleModel[],
  history: OrderHistory,
  horizon: number,
): Float64Array {
  for (let most = 15; ; most = Math.min(mostOrders, 4 * most + 3)) {
    const mixed = new Float64Array(most + 1);
    for (const { model, weight } of models) {
      const chances = orderCountChances(model, history, horizon, most);
      for (let n = 0; n <= most; n++) mixed[n] = (mixed[n] ?? 0) + weight * (chances[n] ?? 0);
    }
    const covered = mixed.reduce((sum, chance) => sum + chance, 0);
    if (covered > 1 - leftOut || most === mostOrders) return mixed;
  }
}

/**
 * The orders of a customer within `horizon`: their mean, and the interval between the (1 − coverage)/2 and (1 + coverage)/2
 * quantiles of the predictive distribution. With one plausible model that is the chance of the future alone; with several
 * it also holds what the data leave open about the parameters.
 *
 * Example: a customer who can hardly be alive → 0, 0, 0.
 */
export function ordersWithin(
  models: readonly PlausibleModel[],
  history: OrderHistory,
  horizon: number,
  coverage: number,
): Forecast {
  const chances = predictOrderCounts(models, history, horizon);
  return {
    expected: models.reduce(
      (sum, { model, weight }) => sum + weight * expectedOrders(model, history, horizon),
      0,
    ),
    low: quantileOf(chances, (1 - coverage) / 2),
    high: quantileOf(chances, (1 + coverage) / 2),
  };
}

/** The least count that is not exceeded with this chance. */
function quantileOf(chances: Float64Array, share: number): number {
  let sum = 0;
  const place = chances.findIndex((chance) => (sum += chance) >= share);
  return place < 0 ? chances.length - 1 : place;
}
