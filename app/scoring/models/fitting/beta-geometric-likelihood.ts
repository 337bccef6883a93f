import type { Objective } from "./climb.ts";
import type { CollapsedHistories } from "./collapse-histories.ts";
import { fillLogRising, fillLogSurvival, makeRisingSums } from "./rising-sums.ts";

/** Which of the three models: may a customer stop after the first order, and the steps of a gap. */
export interface BetaGeometricShape {
  stopsAfterFirst: boolean;
  k: number;
}

/**
 * The log-likelihood of BG/NBD, MBG/NBD and MBG/CNBD-k with its gradient, as a function of ln r, ln α, ln a, ln b with
 * times in units of `timeUnit`. With R = r + kx, n = x or x + 1 chances to stop, per customer
 *
 *     (k − 1) Σ ln gap − x ln (k − 1)! + ln (r)_kx + r ln α − R ln(α + T) + ln B(a, b + n)/B(a, b)
 *       + ln( Σ_{j<k} (R)_j/j! ((T − t_x)/(α + T))^j + [n > 0] a/(b + n − 1) ((α + T)/(α + t_x))^R )
 *
 * (Fader, Hardie & Lee 2005 eq. 6; Batislam et al. 2007; Reutterer et al. 2021). Logarithms of times are taken of
 * 1 + t/α, once per distinct time, so that α → ∞ with r → ∞ (all customers alike) loses nothing.
 *
 * Example: one customer with x = 0, T = 1 under BG/NBD r = α = 1: ln ½.
 */
export function betaGeometricLikelihood(
  data: CollapsedHistories,
  { stopsAfterFirst, k }: BetaGeometricShape,
): Objective {
  const stepCounts = data.counts.map((count) => k * count);
  const chanceCounts = data.counts.map((count) => (stopsAfterFirst ? count + 1 : count));
  const rising = makeRisingSums(data.counts.length);
  const survival = makeRisingSums(data.counts.length);
  const logTime = new Float64Array(data.times.length);
  const inverse = new Float64Array(data.times.length);
  const slopes = { total: 0, byShape: 0, byAlpha: 0 };
  let logFactorial = 0;
  for (let factor = 2; factor < k; factor++) logFactorial += Math.log(factor);
  const constant = k === 1 ? 0 : (k - 1) * (data.logGapSum ?? 0) - data.totalRepeats * logFactorial;

  return (theta, gradient) => {
    const [r = 1, alpha = 1, a = 1, b = 1] = theta.map(Math.exp);
    const [, logAlpha = 0, logA = 0] = theta;
    fillLogRising(rising, r, stepCounts);
    fillLogSurvival(survival, a, b, chanceCounts);
    for (let index = 0; index < logTime.length; index++) {
      const time = data.times[index] ?? 0;
      logTime[index] = Math.log1p(time / alpha);
      inverse[index] = 1 / (alpha + time);
    }
    let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
    for (let index = 0; index < data.weight.length; index++) {
      const weight = data.weight[index] ?? 0;
      const countPlace = data.count[index] ?? 0;
      const lastPlace = data.lastAt[index] ?? 0;
      const seenPlace = data.observed[index] ?? 0;
      const steps = stepCounts[countPlace] ?? 0;
      const chances = chanceCounts[countPlace] ?? 0;
      const shape = r + steps;
      const logSeen = logTime[seenPlace] ?? 0;
      const inverseSeen = inverse[seenPlace] ?? 0;
      let one =
        (rising.value[countPlace] ?? 0) +
        (survival.value[countPlace] ?? 0) -
        shape * logSeen -
        steps * logAlpha;
      // r ln α − R ln(α + T) = −R ln(1 + T/α) − kx ln α; its slope by α is r/α − R/(α + T).
      let oneByR = (rising.byFirst[countPlace] ?? 0) - logSeen;
      let oneByAlpha = r / alpha - shape * inverseSeen;
      let oneByA = survival.byFirst[countPlace] ?? 0;
      let oneByB = survival.bySecond[countPlace] ?? 0;
      let alive = 1;
      if (k > 1) {
        const silence = (data.times[seenPlace] ?? 0) - (data.times[lastPlace] ?? 0);
        sumUnfinished(slopes, shape, silence * inverseSeen, inverseSeen, k);
        alive = slopes.total;
      }
      let [aliveShare, stoppedShare] = [1, 0];
      const silent = logSeen - (logTime[lastPlace] ?? 0);
      if (chances > 0) {
        const logOdds = logA - Math.log(b + (chances - 1)) + shape * silent - Math.log(alive);
        if (logOdds > 0) {
          const inverted = Math.exp(-logOdds);
          one += logOdds + Math.log1p(inverted);
          aliveShare = inverted / (1 + inverted);
          stoppedShare = 1 / (1 + inverted);
        } else {
          const odds = Math.exp(logOdds);
          one += Math.log1p(odds);
          aliveShare = 1 / (1 + odds);
          stoppedShare = odds / (1 + odds);
        }
        oneByR += stoppedShare * silent;
        oneByAlpha += stoppedShare * shape * (inverseSeen - (inverse[lastPlace] ?? 0));
        oneByA += stoppedShare / a;
        oneByB -= stoppedShare / (b + (chances - 1));
      }
      if (k > 1) {
        one += Math.log(alive);
        oneByR += (aliveShare * slopes.byShape) / alive;
        oneByAlpha += (aliveShare * slopes.byAlpha) / alive;
      }
      value += weight * one;
      byR += weight * oneByR;
      byAlpha += weight * oneByAlpha;
      byA += weight * oneByA;
      byB += weight * oneByB;
    }
    gradient[0] = r * byR;
    gradient[1] = alpha * byAlpha;
    gradient[2] = a * byA;
    gradient[3] = b * byB;
    return value + constant;
  };
}

/** Σ_{j<k} (R)_j/j! share^j with share = (T − t_x)/(α + T), and its slopes by R and by α. */
function sumUnfinished(
  into: { total: number; byShape: number; byAlpha: number },
  shape: number,
  share: number,
  inverseSeen: number,
  k: number,
): void {
  let [term, slope, total, byShape, byAlpha] = [1, 0, 1, 0, 0];
  for (let step = 1; step < k; step++) {
    term *= ((shape + (step - 1)) / step) * share;
    slope += 1 / (shape + (step - 1));
    total += term;
    byShape += term * slope;
    byAlpha -= term * step * inverseSeen;
  }
  into.total = total;
  into.byShape = byShape;
  into.byAlpha = byAlpha;
}
