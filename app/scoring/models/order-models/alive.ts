import { logIntegralOfPowers } from "../numeric/integrate-powers.ts";
import type { BetaGeometricModel, OrderHistory, OrderModel, ParetoNbd } from "./order-model.ts";
import { chancesToStop, gapStepsOf } from "./order-model.ts";
import { unfinishedGap } from "./unfinished-gap.ts";

/**
 * P(alive): the chance that a customer with this history has not stopped for good.
 *
 *     BG/NBD, MBG/NBD:   1 / (1 + a/(b + n − 1) · ((α + T)/(α + t_x))^(r + x))
 *
 * where n is how often the customer could have stopped: x for BG/NBD (Fader, Hardie & Lee 2005; 1 when x = 0, which is
 * why it must never rank churn), x + 1 for MBG/NBD (Batislam et al. 2007). With k steps per gap r + kx takes the place of
 * r + x and the 1 in front becomes Σ (r + kx)_j/j! · ((T − t_x)/(α + T))^j over j < k (Reutterer et al. 2021).
 *
 *     Pareto/NBD:  1 / (1 + s (α + T)^(r + x) (β + T)^s ∫ (α + u)^−(r + x) (β + u)^−(s + 1) du),  u from t_x to T
 *
 * The odds of having stopped are worked out as a logarithm, so neither side overflows.
 *
 * Example: BG/NBD .243, 4.414, .793, 2.426 at x = 2, t_x = 30.43, T = 38.86 → .7266 (their worked customer).
 */
export function pAlive(model: OrderModel, history: OrderHistory): number {
  return 1 / (1 + Math.exp(logOddsStopped(model, history)));
}

/** ln of P(stopped) : P(alive); −∞ when the customer cannot have stopped. */
export function logOddsStopped(model: OrderModel, history: OrderHistory): number {
  return model.kind === "pareto-nbd"
    ? logParetoOdds(model, history)
    : logBetaGeometricOdds(model, history);
}

function logBetaGeometricOdds(model: BetaGeometricModel, history: OrderHistory): number {
  const { repeats, lastAt, observed } = history;
  const chances = chancesToStop(model, repeats);
  if (chances === 0) return -Infinity;
  const shape = model.r + gapStepsOf(model) * repeats;
  const silence = Math.log1p((observed - lastAt) / (model.alpha + lastAt));
  const logStopped = Math.log(model.a) - Math.log(model.b + (chances - 1)) + shape * silence;
  return logStopped - unfinishedGap(model, history).logTotal;
}

function logParetoOdds(model: ParetoNbd, { repeats, lastAt, observed }: OrderHistory): number {
  const { r, alpha, s, beta } = model;
  const silence = observed - lastAt;
  if (silence === 0) return -Infinity;
  const orderScale = alpha + lastAt;
  const lifeScale = beta + lastAt;
  return (
    Math.log(s) -
    Math.log(lifeScale) +
    (r + repeats) * Math.log1p(silence / orderScale) +
    s * Math.log1p(silence / lifeScale) +
    logIntegralOfPowers(orderScale, r + repeats, lifeScale, s + 1, silence)
  );
}
