import type { BetaGeometricModel, OrderHistory } from "./order-model.ts";
import { gapStepsOf } from "./order-model.ts";

/** How many of the k hidden steps of the current gap are done, for a customer who is alive. */
export interface UnfinishedGap {
  /** P(j steps done), j from 0 to k − 1. */
  chances: readonly number[];
  /** ln of the sum below: 0 when k = 1. */
  logTotal: number;
}

const oneStep: UnfinishedGap = { chances: [1], logTotal: 0 };

/**
 * The steps of the gap that a living customer is in, weighted by
 *
 *     (r + kx)_j / j! · ((T − t_x)/(α + T))^j        j = 0 … k − 1
 *
 * (Reutterer, Platzer & Schröder 2021, where only their sum appears). With k = 1 there is nothing to be unsure of.
 *
 * Example: k = 2, r = 1, α = 1, x = 0, T = 1: weights 1 and ½, so chances 2/3 and 1/3.
 */
export function unfinishedGap(model: BetaGeometricModel, history: OrderHistory): UnfinishedGap {
  const k = gapStepsOf(model);
  if (k === 1) return oneStep;
  const shape = model.r + k * history.repeats;
  const share = (history.observed - history.lastAt) / (model.alpha + history.observed);
  const weights = [1];
  let [weight, total] = [1, 1];
  for (let step = 1; step < k; step++) {
    weight *= ((shape + (step - 1)) / step) * share;
    weights.push(weight);
    total += weight;
  }
  return { chances: weights.map((one) => one / total), logTotal: Math.log(total) };
}
