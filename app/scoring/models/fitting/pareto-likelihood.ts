import { logIntegralOfPowers } from "../numeric/integrate-powers.ts";
import type { Objective } from "./climb.ts";
import type { CollapsedHistories } from "./collapse-histories.ts";
import { fillLogRising, makeRisingSums } from "./rising-sums.ts";

/**
 * The log-likelihood of Pareto/NBD with its gradient, as a function of ln r, ln α, ln s, ln β with times in units of
 * `timeUnit`. Per customer
 *
 *     ln (r)_x + r ln α + s ln β − (r + x) ln(α + T) − s ln(β + T) + ln(1 + D)
 *     D = s (α + T)^(r + x) (β + T)^s ∫ (α + u)^−(r + x) (β + u)^−(s + 1) du,  u from t_x to T
 *
 * D being the odds of having stopped (Schmittlein, Morrison & Colombo 1987). Slopes of ln D are means under the
 * integrand, so they come from the same nodes.
 *
 * Example: x = 0, T = 0 → 0 whatever the parameters.
 */
export function paretoLikelihood(data: CollapsedHistories): Objective {
  const rising = makeRisingSums(data.counts.length);
  const moments = { logFirst: 0, logSecond: 0, inverseFirst: 0, inverseSecond: 0 };
  return (theta, gradient) => {
    const [r = 1, alpha = 1, s = 1, beta = 1] = theta.map(Math.exp);
    const [, logAlpha = 0] = theta;
    fillLogRising(rising, r, data.counts);
    let [value, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
    for (let index = 0; index < data.weight.length; index++) {
      const weight = data.weight[index] ?? 0;
      const countPlace = data.count[index] ?? 0;
      const lastAt = data.times[data.lastAt[index] ?? 0] ?? 0;
      const observed = data.times[data.observed[index] ?? 0] ?? 0;
      const repeats = data.counts[countPlace] ?? 0;
      const shape = r + repeats;
      const logOrders = Math.log1p(observed / alpha);
      const logLife = Math.log1p(observed / beta);
      let one =
        (rising.value[countPlace] ?? 0) - shape * logOrders - repeats * logAlpha - s * logLife;
      let oneByR = (rising.byFirst[countPlace] ?? 0) - logOrders;
      let oneByAlpha = r / alpha - shape / (alpha + observed);
      let oneByS = -logLife;
      let oneByBeta = (s * observed) / (beta * (beta + observed));
      const silence = observed - lastAt;
      if (silence > 0) {
        const orderScale = alpha + lastAt;
        const lifeScale = beta + lastAt;
        const silentOrders = Math.log1p(silence / orderScale);
        const silentLife = Math.log1p(silence / lifeScale);
        const logIntegral = logIntegralOfPowers(
          orderScale,
          shape,
          lifeScale,
          s + 1,
          silence,
          moments,
        );
        const logOdds =
          Math.log(s / lifeScale) + shape * silentOrders + s * silentLife + logIntegral;
        const stopped = 1 / (1 + Math.exp(-logOdds));
        one +=
          logOdds > 0 ? logOdds + Math.log1p(Math.exp(-logOdds)) : Math.log1p(Math.exp(logOdds));
        oneByR += stopped * (silentOrders - moments.logFirst);
        oneByAlpha += stopped * shape * (1 / (alpha + observed) - moments.inverseFirst);
        oneByS += stopped * (1 / s + silentLife - moments.logSecond);
        oneByBeta += stopped * (s / (beta + observed) - (s + 1) * moments.inverseSecond);
      }
      value += weight * one;
      byR += weight * oneByR;
      byAlpha += weight * oneByAlpha;
      byS += weight * oneByS;
      byBeta += weight * oneByBeta;
    }
    gradient[0] = r * byR;
    gradient[1] = alpha * byAlpha;
    gradient[2] = s * byS;
    gradient[3] = beta * byBeta;
    return value;
  };
}
