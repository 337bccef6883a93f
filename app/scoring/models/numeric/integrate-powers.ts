import { gaussLegendre16 } from "./gauss-legendre.ts";

/** What a panel may span: beyond, sixteen nodes would lose digits. */
const widestPanel = 1.5;
const largestFall = 8;
/** e^−45 is less than a double's last digit. */
const negligibleLog = 45;

/** Means under the integrand, for slopes of the integral's logarithm. */
export interface PowerMoments {
  logFirst: number;
  logSecond: number;
  inverseFirst: number;
  inverseSecond: number;
}

/**
 * The logarithm of
 *
 *     I = ∫₀ᴴ (1 + y/A)^−p (1 + y/B)^−q dy        A, B > 0; p, q ≥ 0; H > 0
 *
 * which is what the Pareto/NBD formulas come down to before they are written as differences of ₂F₁ (Schmittlein,
 * Morrison & Colombo 1987, their equation for the likelihood). As a difference those lose all digits when t_x is near T;
 * here everything is positive. With y = min(A, B) · (e^τ − 1) the integrand is analytic in |Im τ| < π whatever the
 * parameters, so Gauss–Legendre panels of bounded width and bounded fall give full precision.
 *
 * `moments`, when handed in, receives the means of ln(1 + y/A), ln(1 + y/B), 1/(A + y) and 1/(B + y).
 *
 * Example: A = B = 1, p = 2, q = 0, H = 1: ∫ (1 + y)^−2 = ½, so ln ½.
 */
export function logIntegralOfPowers(
  A: number,
  p: number,
  B: number,
  q: number,
  H: number,
  moments?: PowerMoments,
): number {
  const swapped = B < A;
  const near = swapped ? B : A;
  const nearPower = swapped ? q : p;
  const farPower = swapped ? p : q;
  const ratio = swapped ? B / A : A / B;
  const end = Math.log1p(H / near);
  const { nodes, weights } = gaussLegendre16;
  const slopeAt = (tau: number) =>
    1 - nearPower - (farPower * ratio * Math.exp(tau)) / (1 + ratio * Math.expm1(tau));

  let [sum, logNear, logFar, inverseNear, inverseFar] = [0, 0, 0, 0, 0];
  // The integrand may grow by more than a double holds before it falls: everything is relative to e^reference.
  let reference = 0;
  let left = 0;
  while (left < end) {
    const slope = slopeAt(left);
    let width = Math.min(end - left, widestPanel, largestFall / Math.abs(slope));
    width = Math.min(width, largestFall / Math.abs(slopeAt(left + width)));
    // At the far end only what is left counts, however the rounding of the steps went.
    const right = left + width < end ? left + width : end;
    const half = (right - left) / 2;
    const middle = left + half;
    let panelPeak = -Infinity;
    for (let index = 0; index < nodes.length; index++) {
      const tau = middle + half * (nodes[index] ?? 0);
      const grown = Math.expm1(tau);
      const far = Math.log1p(ratio * grown);
      const log = (1 - nearPower) * tau - farPower * far;
      if (log > reference + 300) {
        const shrink = Math.exp(reference - log);
        sum *= shrink;
        logNear *= shrink;
        logFar *= shrink;
        inverseNear *= shrink;
        inverseFar *= shrink;
        reference = log;
      }
      panelPeak = Math.max(panelPeak, log);
      const part = (weights[index] ?? 0) * half * Math.exp(log - reference);
      sum += part;
      if (moments !== undefined) {
        logNear += part * tau;
        logFar += part * far;
        inverseNear += part / (1 + grown);
        inverseFar += part / (1 + ratio * grown);
      }
    }
    left = right;
    if (slopeAt(left) < 0 && panelPeak - reference < Math.log(sum) - negligibleLog) break;
    if (width === 0) break;
  }
  if (moments !== undefined) {
    const far = swapped ? A : B;
    moments.logFirst = (swapped ? logFar : logNear) / sum;
    moments.logSecond = (swapped ? logNear : logFar) / sum;
    moments.inverseFirst = (swapped ? inverseFar / far : inverseNear / near) / sum;
    moments.inverseSecond = (swapped ? inverseNear / near : inverseFar / far) / sum;
  }
  return Math.log(near) + reference + Math.log(sum);
}
