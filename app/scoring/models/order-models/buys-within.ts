import { negativeBinomialTail } from "../numeric/negative-binomial.ts";
import { logIntegralOfPowers } from "../numeric/integrate-powers.ts";
import { pAlive } from "./alive.ts";
import type { BetaGeometricModel, OrderHistory, OrderModel, ParetoNbd } from "./order-model.ts";
import { gapStepsOf } from "./order-model.ts";
import { unfinishedGap } from "./unfinished-gap.ts";

/**
 * The chance that a customer orders within `horizon` after the time observed.
 *
 *     BG/NBD, MBG/NBD:   P(alive) · (1 − ((α + T)/(α + T + h))^(r + x))
 *
 * exact, because a living customer of these models cannot stop before the next order. MBG/CNBD-k: the chance that the
 * missing k − j steps of the gap are taken, over the j already done. Pareto/NBD, where stopping competes with ordering:
 *
 *     P(alive) · (r + x)/(α + T) · ∫₀ʰ (1 + u/(α + T))^−(r + x + 1) (1 + u/(β + T))^−s du
 *
 * Example: BG/NBD .242593, 4.413532, .792886, 2.425753 at x = 2, t_x = 30.43, T = 38.86 → .5546 within 39 weeks.
 */
export function pBuysWithin(model: OrderModel, history: OrderHistory, horizon: number): number {
  if (!(horizon > 0)) return 0;
  return pAlive(model, history) * pAliveBuysWithin(model, history, horizon);
}

/** The same for a customer of whom it is known that they are still alive. */
export function pAliveBuysWithin(
  model: OrderModel,
  history: OrderHistory,
  horizon: number,
): number {
  return model.kind === "pareto-nbd"
    ? paretoBuysWithin(model, history, horizon)
    : aliveBuysAfterSteps(model, history, horizon, unfinishedGap(model, history).chances);
}

/** The same when the steps already done of the gap are these, each with its chance. */
export function aliveBuysAfterSteps(
  model: BetaGeometricModel,
  history: OrderHistory,
  horizon: number,
  chances: readonly number[],
): number {
  const k = gapStepsOf(model);
  const shape = model.r + k * history.repeats;
  const growth = horizon / (model.alpha + history.observed);
  return chances.reduce(
    (sum, chance, done) => sum + chance * negativeBinomialTail(shape + done, growth, k - done),
    0,
  );
}

function paretoBuysWithin(model: ParetoNbd, history: OrderHistory, horizon: number): number {
  const orderScale = model.alpha + history.observed;
  const lifeScale = model.beta + history.observed;
  const shape = model.r + history.repeats;
  const logIntegral = logIntegralOfPowers(orderScale, shape + 1, lifeScale, model.s, horizon);
  return Math.exp(Math.log(shape / orderScale) + logIntegral);
}
