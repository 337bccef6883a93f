import { pAliveBuysWithin } from "../order-models/buys-within.ts";
import { pAlive } from "../order-models/alive.ts";
import type { OrderHistory, OrderModel } from "../order-models/order-model.ts";

export interface NextOrder {
  /** The chance that no order ever follows. */
  pNever: number;
  /** Time from the end of what was observed within which half of those who do come back have come; null beyond reach. */
  medianWait: number | null;
  /** Time by which an order is as likely as not; null when it is never that likely. */
  evenChanceWait: number | null;
}

/** Longer than this many times what was observed and the model's own scale is for ever. */
const farthest = 1e9;

/**
 * When the next order is to be expected, given the history: with F(h) = P(buys within h), `medianWait` solves
 * F(h) = F(∞)/2 and `evenChanceWait` F(h) = ½. For BG/NBD and MBG/NBD the former is (α + T)(2^(1/(r + x)) − 1).
 *
 * Example: MBG/NBD r = α = 1, x = 0, T = 1 → median wait 2.
 */
export function nextOrder(model: OrderModel, history: OrderHistory): NextOrder {
  const alive = pAlive(model, history);
  const scale = model.alpha + history.observed;
  const everIfAlive =
    model.kind === "pareto-nbd" ? pAliveBuysWithin(model, history, farthest * scale) : 1;
  const ever = alive * everIfAlive;
  return {
    pNever: 1 - ever,
    medianWait: waitUntil(model, history, scale, everIfAlive / 2),
    evenChanceWait: ever > 0.5 ? waitUntil(model, history, scale, 0.5 / alive) : null,
  };
}

/** The horizon within which a living customer orders with this chance: it grows with the horizon, so by halving. */
function waitUntil(
  model: OrderModel,
  history: OrderHistory,
  scale: number,
  chance: number,
): number | null {
  let [low, high] = [Math.log(scale) - 50, Math.log(scale * farthest)];
  if (pAliveBuysWithin(model, history, Math.exp(high)) < chance) return null;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (pAliveBuysWithin(model, history, Math.exp(middle)) < chance) low = middle;
    else high = middle;
  }
  return Math.exp(high);
}
