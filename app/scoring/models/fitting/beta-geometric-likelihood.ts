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
 * (Fader, Hardie & Lee 2005 eq. 6; Batislam et al. 2007; Reutterer et al. 2021). All but the last line depends on x alone
 * or is linear in x for a given T, and is summed over those; only the last line is worked out for each history. Logarithms
 * of times are taken of 1 + t/α, so that α → ∞ with r → ∞ (all customers alike) loses nothing.
 *
 * Example: one customer with x = 0, T = 1 under BG/NBD r = α = 1: ln ½.
 */
export function betaGeometricLikelihood(
  data: CollapsedHistories,
  { stopsAfterFirst, k }: BetaGeometricShape,
): Objective {
  const stepCounts = data.counts.map((count) => k * count);
  const chanceCounts = data.counts.map((count) => (stopsAfterFirst ? count + 1 : count));
  const totals = totalsOf(data, stepCounts);
  const rising = makeRisingSums(data.counts.length);
  const survival = makeRisingSums(data.counts.length);
  const logTime = new Float64Array(data.times.length);
  const inverse = new Float64Array(data.times.length);
  const logStop = new Float64Array(data.counts.length);
  const inverseStop = new Float64Array(data.counts.length);
  const slopes = { total: 1, byShape: 0, byAlpha: 0 };
  const constant = constantOf(data, k);

  const { weight: weights, count: countPlaces, lastAt: lastPlaces, observed: seenPlaces } = data;

  return (theta, gradient) => {
    const [r = 1, alpha = 1, a = 1, b = 1] = theta.map(Math.exp);
    const [, logAlpha = 0, logA = 0] = theta;
    fillLogRising(rising, r, stepCounts);
    fillLogSurvival(survival, a, b, chanceCounts);
    let value = constant - totals.steps * logAlpha;
    let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
    for (let place = 0; place < data.counts.length; place++) {
      const weight = totals.byCount[place] ?? 0;
      value += weight * ((rising.value[place] ?? 0) + (survival.value[place] ?? 0));
      byR += weight * (rising.byFirst[place] ?? 0);
      byA += weight * (survival.byFirst[place] ?? 0);
      byB += weight * (survival.bySecond[place] ?? 0);
      const passed = b + ((chanceCounts[place] ?? 0) - 1);
      // −∞ where there was no chance to stop.
      logStop[place] = chanceCounts[place] === 0 ? -Infinity : logA - Math.log(passed);
      inverseStop[place] = 1 / passed;
    }
    for (let place = 0; place < logTime.length; place++) {
      const time = data.times[place] ?? 0;
      const log = Math.log1p(time / alpha);
      const inverted = 1 / (alpha + time);
      logTime[place] = log;
      inverse[place] = inverted;
      const weight = totals.byObserved[place] ?? 0;
      const steps = totals.stepsByObserved[place] ?? 0;
      // r ln α − R ln(α + T) = −R ln(1 + T/α) − kx ln α, and its slope by α.
      value -= (r * weight + steps) * log;
      byR -= weight * log;
      byAlpha += ((weight * r * time) / alpha - steps) * inverted;
    }
    let stoppedSum = 0;
    for (let index = 0; index < weights.length; index++) {
      const weight = weights[index] ?? 0;
      const countPlace = countPlaces[index] ?? 0;
      const lastPlace = lastPlaces[index] ?? 0;
      const seenPlace = seenPlaces[index] ?? 0;
      const shape = r + (stepCounts[countPlace] ?? 0);
      const inverseSeen = inverse[seenPlace] ?? 0;
      const silent = (logTime[seenPlace] ?? 0) - (logTime[lastPlace] ?? 0);
      let logOdds = (logStop[countPlace] ?? 0) + shape * silent;
      if (k > 1) {
        const silence = (data.times[seenPlace] ?? 0) - (data.times[lastPlace] ?? 0);
        sumUnfinished(slopes, shape, silence * inverseSeen, inverseSeen, k);
        const logAlive = Math.log(slopes.total);
        value += weight * logAlive;
        logOdds -= logAlive;
      }
      // ln(1 + odds), and the chance of having stopped, whichever of the two sides is the larger.
      const lesser = Math.exp(-Math.abs(logOdds));
      value += weight * ((logOdds > 0 ? logOdds : 0) + Math.log(1 + lesser));
      const stopped = (weight * (logOdds > 0 ? 1 : lesser)) / (1 + lesser);
      byR += stopped * silent;
      byAlpha += stopped * shape * (inverseSeen - (inverse[lastPlace] ?? 0));
      stoppedSum += stopped;
      byB -= stopped * (inverseStop[countPlace] ?? 0);
      if (k > 1) {
        const alive = (weight - stopped) / slopes.total;
        byR += alive * slopes.byShape;
        byAlpha += alive * slopes.byAlpha;
      }
    }
    gradient[0] = r * byR;
    gradient[1] = alpha * byAlpha;
    gradient[2] = a * byA + stoppedSum;
    gradient[3] = b * byB;
    return value;
  };
}

/** (k − 1) Σ ln gap − Σ x ln (k − 1)!, which no parameter changes. */
function constantOf({ logGapSum, totalRepeats }: CollapsedHistories, k: number): number {
  if (k === 1) return 0;
  let logFactorial = 0;
  for (let factor = 2; factor < k; factor++) logFactorial += Math.log(factor);
  return (k - 1) * (logGapSum ?? 0) - totalRepeats * logFactorial;
}

/** Customers by x, and by T customers and steps. */
function totalsOf(data: CollapsedHistories, stepCounts: Float64Array) {
  const byCount = new Float64Array(data.counts.length);
  const byObserved = new Float64Array(data.times.length);
  const stepsByObserved = new Float64Array(data.times.length);
  let steps = 0;
  for (let index = 0; index < data.weight.length; index++) {
    const weight = data.weight[index] ?? 0;
    const countPlace = data.count[index] ?? 0;
    const seenPlace = data.observed[index] ?? 0;
    const added = weight * (stepCounts[countPlace] ?? 0);
    byCount[countPlace] = (byCount[countPlace] ?? 0) + weight;
    byObserved[seenPlace] = (byObserved[seenPlace] ?? 0) + weight;
    stepsByObserved[seenPlace] = (stepsByObserved[seenPlace] ?? 0) + added;
    steps += added;
  }
  return { byCount, byObserved, stepsByObserved, steps };
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
