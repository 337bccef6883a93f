import { pAlive } from "./alive.ts";
import { aliveExpectedOrders } from "./alive-expected-orders.ts";
import type { OrderHistory, OrderModel, ParetoNbd } from "./order-model.ts";

/**
 * E[Y(h)]: the orders expected of a customer within `horizon` after the time observed; for a newcomer (no repeats, nothing
 * observed yet) it is E[X(t)].
 *
 *     P(alive) · E[Y(h) | alive]
 *
 * For BG/NBD that is the expression of Fader, Hardie & Lee 2005 with its ₂F₁, but see `aliveExpectedOrders` for why it is
 * not computed that way. Pareto/NBD (Schmittlein et al. 1987):
 *
 *     P(alive) · (r + x)/(α + T) · ∫₀ʰ ((β + T)/(β + T + u))^s du
 *
 * Example: BG/NBD .242593, 4.413532, .792886, 2.425753 at x = 2, t_x = 30.43, T = 38.86 → 1.226028 in 39 weeks.
 */
export function expectedOrders(model: OrderModel, history: OrderHistory, horizon: number): number {
  if (!(horizon > 0)) return 0;
  const ifAlive =
    model.kind === "pareto-nbd"
      ? paretoExpectedOrders(model, history, horizon)
      : aliveExpectedOrders(model, history, horizon);
  return pAlive(model, history) * ifAlive;
}

function paretoExpectedOrders(model: ParetoNbd, history: OrderHistory, horizon: number): number {
  const rate = (model.r + history.repeats) / (model.alpha + history.observed);
  const lifeScale = model.beta + history.observed;
  return rate * lifeScale * meanDecay(model.s - 1, Math.log1p(horizon / lifeScale));
}

/** (1 − e^(−c·t))/c, which is t when c is 0 and loses nothing on the way there. */
function meanDecay(c: number, t: number): number {
  return c === 0 ? t : -Math.expm1(-c * t) / c;
}
