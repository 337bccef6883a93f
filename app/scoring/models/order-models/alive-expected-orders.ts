import type { ChanceFunction } from "../numeric/beta-mean.ts";
import { meanUnderBeta } from "../numeric/beta-mean.ts";
import type { BetaGeometricModel, OrderHistory } from "./order-model.ts";
import { chancesToStop, gapStepsOf } from "./order-model.ts";
import { ordersAtStopChance } from "./orders-at-stop-chance.ts";
import { unfinishedGap } from "./unfinished-gap.ts";

/** The series takes a few nanoseconds per term; the integral costs as much as some thousand terms. */
const mostTerms = 1500;

/**
 * E[Y(h) | alive] of the beta-geometric models. After n passed chances to stop the stopping chance p is Beta(a, b + n), so
 *
 *     E[ (1 − (1 + pτ)^−R) / p ],   τ = h/(α + T),  R = r + x
 *
 * which equals the papers' (a + b + n − 1)/(a − 1) · [1 − ((α + T)/(α + T + h))^R ₂F₁(R, b + n; a + b + n − 1; z)],
 * z = h/(α + T + h), but there a small difference is divided by a small one when a is near 1, and ₂F₁ overflows for large x.
 * Expanding in z gives a sum of positive terms,
 *
 *     Σ P(N = m) · S(⌊(m + j)/k⌋),   S(i) = Σ_{l<i} (b + n)_l/(a + b + n)_l,   N negative binomial (R, z)
 *
 * with the gap's j steps already done; where that would take too many terms, the mean over p is integrated.
 *
 * Example: a = 1, b + n = 1 (p uniform), R = 1: ∫ τ/(1 + pτ) dp = ln(1 + τ).
 */
export function aliveExpectedOrders(
  model: BetaGeometricModel,
  history: OrderHistory,
  horizon: number,
): number {
  return aliveOrdersAfterSteps(model, history, horizon, unfinishedGap(model, history).chances);
}

/** The same when the steps already done of the gap are these, each with its chance. */
export function aliveOrdersAfterSteps(
  model: BetaGeometricModel,
  history: OrderHistory,
  horizon: number,
  chances: readonly number[],
): number {
  const k = gapStepsOf(model);
  const shape = model.r + k * history.repeats;
  const growth = horizon / (model.alpha + history.observed);
  const passed = model.b + chancesToStop(model, history.repeats);
  let sum = 0;
  for (const [done, chance] of chances.entries()) {
    if (chance === 0) continue;
    sum += chance * meanOrders(shape + done, growth, model.a, passed, k, done);
  }
  return sum;
}

function meanOrders(
  shape: number,
  growth: number,
  a: number,
  passed: number,
  k: number,
  done: number,
): number {
  const terms = 40 * (1 + growth) + 4 * shape * growth;
  return terms < mostTerms && shape * Math.log1p(growth) < 600
    ? sumOverSteps(shape, growth, a, passed, k, done)
    : meanUnderBeta(a, passed, stopChanceFunction(shape, growth, k, done));
}

/** All terms are positive and each follows from the one before, so nothing is lost. */
function sumOverSteps(
  shape: number,
  growth: number,
  a: number,
  passed: number,
  k: number,
  done: number,
): number {
  const z = growth / (1 + growth);
  let chance = Math.exp(-shape * Math.log1p(growth));
  let survival = 1;
  let orders = 0;
  let untilOrder = k - done;
  let sum = 0;
  for (let step = 1; ; step++) {
    const ratio = ((shape + (step - 1)) / step) * z;
    chance *= ratio;
    untilOrder -= 1;
    if (untilOrder === 0) {
      const index = Math.floor((step + done) / k);
      orders += survival;
      survival *= (passed + (index - 1)) / (a + passed + (index - 1));
      untilOrder = k;
    }
    const term = chance * orders;
    sum += term;
    // Later ratios are at most this one; `orders` grows by at most one a step, hence the square.
    const bound = Math.max(z, ((shape + step) / (step + 1)) * z);
    if (bound < 1 && orders > 0 && term * bound < (1 - bound) ** 2 * sum * 1e-17) return sum;
    if (chance === 0) return sum;
  }
}

function stopChanceFunction(
  shape: number,
  growth: number,
  k: number,
  done: number,
): ChanceFunction {
  const at = ordersAtStopChance(shape, growth, k, done);
  return {
    at,
    most: at(0, 1),
    scaleAtZero: 1 / ((shape + 1) * growth),
    scaleAtOne: Math.min(1, 1 / shape),
  };
}
