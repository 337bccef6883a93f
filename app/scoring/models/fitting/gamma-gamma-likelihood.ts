import { digamma } from "../numeric/digamma.ts";
import { logBeta } from "../numeric/log-gamma.ts";
import type { Objective } from "./climb.ts";

/** Distinct (orders averaged, mean spend) with their count; spend in units of `moneyUnit`. */
export interface CollapsedSpend {
  customers: number;
  orders: Float64Array;
  meanSpend: Float64Array;
  weight: Float64Array;
  moneyUnit: number;
}

/**
 * The log-likelihood of the Gamma-Gamma spend model with its gradient, as a function of ln p, ln q, ln v. For a customer
 * whose n orders have the mean m
 *
 *     −ln m − ln B(pn, q) − pn ln(1 + v/(nm)) − q ln(1 + nm/v)
 *
 * (Fader & Hardie 2013, "The Gamma-Gamma Model of Monetary Value", eq. 1a, with the powers collected).
 *
 * Example: p = q = v = n = m = 1: −2 ln 2.
 */
export function gammaGammaLikelihood(data: CollapsedSpend): Objective {
  return (theta, gradient) => {
    const [p = 1, q = 1, v = 1] = theta.map(Math.exp);
    const digammaQ = digamma(q);
    let [value, byP, byQ, byV] = [0, 0, 0, 0];
    for (let index = 0; index < data.weight.length; index++) {
      const weight = data.weight[index] ?? 0;
      const orders = data.orders[index] ?? 0;
      const mean = data.meanSpend[index] ?? 0;
      const spend = orders * mean;
      const shape = p * orders;
      const logOwn = -Math.log1p(v / spend);
      const logShared = -Math.log1p(spend / v);
      const digammaBoth = digamma(shape + q);
      value += weight * (shape * logOwn + q * logShared - Math.log(mean) - logBeta(shape, q));
      byP += weight * orders * (digammaBoth - digamma(shape) + logOwn);
      byQ += weight * (digammaBoth - digammaQ + logShared);
      byV += weight * (q / v - (shape + q) / (spend + v));
    }
    gradient[0] = p * byP;
    gradient[1] = q * byQ;
    gradient[2] = v * byV;
    return value;
  };
}
