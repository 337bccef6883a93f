import { pAlive } from "./alive.ts";
import { aliveOrdersAfterSteps } from "./alive-expected-orders.ts";
import { aliveBuysAfterSteps } from "./buys-within.ts";
import type { OrderHistory, OrderModel } from "./order-model.ts";
import { unfinishedGap } from "./unfinished-gap.ts";

/** Between these the number lies on every day of the silence. */
export interface SilenceBounds {
  low: number;
  high: number;
}

/**
 * Bounds of E[Y(h)] while a customer buys nothing from the end of `early` to the end of `late`, two histories that differ
 * only in the time observed.
 *
 * For k = 1 it only falls. For larger k it first rises, because the next order comes nearer, and falls later, so that no
 * end is a bound by itself. But with c_j the chance that j steps of the gap are done and m_j what is expected then,
 *
 *     E[Y(h)] = P(alive) · Σ_j c_j · m_j
 *
 * silence makes P(alive) and each m_j fall and moves the c_j up, to the larger m_j. So taking the earlier P(alive) and
 * m_j with the later c_j is a bound above, and the other way round below; on one day both are E[Y(h)] itself. Of
 * Pareto/NBD, where neither is known, it is 0 and the orders there would be if nobody stopped.
 *
 * Example: k = 1: the expectations of `late` and of `early`.
 */
export function expectedOrdersInSilence(
  model: OrderModel,
  early: OrderHistory,
  late: OrderHistory,
  horizon: number,
): SilenceBounds {
  if (model.kind === "pareto-nbd") {
    const rate = (model.r + early.repeats) / (model.alpha + early.observed);
    return { low: 0, high: pAlive(model, early) * rate * horizon };
  }
  const [earlySteps, lateSteps] = [unfinishedGap(model, early), unfinishedGap(model, late)];
  return {
    low: pAlive(model, late) * aliveOrdersAfterSteps(model, late, horizon, earlySteps.chances),
    high: pAlive(model, early) * aliveOrdersAfterSteps(model, early, horizon, lateSteps.chances),
  };
}

/** The same of the chance to order within `horizon`, by the same argument. */
export function pBuysWithinInSilence(
  model: OrderModel,
  early: OrderHistory,
  late: OrderHistory,
  horizon: number,
): SilenceBounds {
  if (model.kind === "pareto-nbd") return { low: 0, high: pAlive(model, early) };
  const [earlySteps, lateSteps] = [unfinishedGap(model, early), unfinishedGap(model, late)];
  return {
    low: pAlive(model, late) * aliveBuysAfterSteps(model, late, horizon, earlySteps.chances),
    high: pAlive(model, early) * aliveBuysAfterSteps(model, early, horizon, lateSteps.chances),
  };
}
