import { gaussLegendre16 } from "./gauss-legendre.ts";
import { buildTailRule, integrateTail } from "./tail-rule.ts";

const widestPanel = 1.5;
const largestFall = 8;
const negligibleLog = 45;
/** How many times smaller than the integrand's own scale the two ends are that go to the tail rule. */
const tailShare = 1 / 40;

/** A positive function of a chance, and how quickly it changes near the two ends. */
export interface ChanceFunction {
  /** Value at p, with 1 − p beside it because near one the difference would lose digits. */
  at: (p: number, complement: number) => number;
  /** Its value at 0: the largest. */
  most: number;
  /** p below which it is all but constant. */
  scaleAtZero: number;
  /** 1 − p below which it is all but constant. */
  scaleAtOne: number;
}

/**
 * The mean of a positive, falling function of p ~ Beta(a, b), for a and b from 1e-6 to 1e7:
 *
 *     ∫₀¹ p^(a−1) (1 − p)^(b−1) f(p) dp / B(a, b)
 *
 * Both integrals run over the same nodes, so B(a, b) and its rounding drop out. In v = ln(p / (1 − p)) the integrand is
 * smooth, and panels go from the peak outwards until nothing is left; where a or b is small nothing ever gets
 * negligible, so the two ends, in which the rest of the integrand is all but constant, are integrated against the exact power.
 *
 * Example: a = 2, b = 3, f = 1 − p → 3/5.
 */
export function meanUnderBeta(a: number, b: number, f: ChanceFunction): number {
  const { nodes, weights } = gaussLegendre16;
  const leftEnd = tailShare * Math.min(1, 1 / b, f.scaleAtZero);
  const rightEnd = tailShare * Math.min(1, 1 / a, f.scaleAtOne);
  const leftmost = Math.log(leftEnd) - Math.log1p(-leftEnd);
  const rightmost = Math.log1p(-rightEnd) - Math.log(rightEnd);
  const logWeightAt = (v: number) => -a * softplus(-v) - b * softplus(v);
  const peak = Math.min(rightmost, Math.max(leftmost, Math.log(a / b)));
  const reference = logWeightAt(peak);

  let mass = 0;
  let total = 0;
  const addPanel = (from: number, to: number) => {
    const half = (to - from) / 2;
    const middle = from + half;
    for (let index = 0; index < nodes.length; index++) {
      const v = middle + half * (nodes[index] ?? 0);
      const part = (weights[index] ?? 0) * half * Math.exp(logWeightAt(v) - reference);
      mass += part;
      total += part * f.at(1 / (1 + Math.exp(-v)), 1 / (1 + Math.exp(v)));
    }
  };

  const peakValue = f.at(1 / (1 + Math.exp(-peak)), 1 / (1 + Math.exp(peak)));
  const logGain = Math.max(0, Math.log(f.most / peakValue));
  let v = peak;
  while (v > leftmost && logWeightAt(v) - reference > -negligibleLog - logGain) {
    const next = Math.max(leftmost, v - widthAt(a, b, v, -1));
    addPanel(next, v);
    v = next;
  }
  if (v <= leftmost) {
    const scale = Math.exp(a * Math.log(leftEnd) - reference);
    const rule = buildTailRule(a);
    mass += scale * integrateTail(rule, (s) => powerOfComplement(s * leftEnd, b - 1));
    total +=
      scale *
      integrateTail(rule, (s) => {
        const p = s * leftEnd;
        return powerOfComplement(p, b - 1) * f.at(p, 1 - p);
      });
  }
  v = peak;
  while (v < rightmost && logWeightAt(v) - reference > -negligibleLog) {
    const next = Math.min(rightmost, v + widthAt(a, b, v, 1));
    addPanel(v, next);
    v = next;
  }
  if (v >= rightmost) {
    const scale = Math.exp(b * Math.log(rightEnd) - reference);
    const rule = buildTailRule(b);
    mass += scale * integrateTail(rule, (s) => powerOfComplement(s * rightEnd, a - 1));
    total +=
      scale *
      integrateTail(rule, (s) => {
        const complement = s * rightEnd;
        return powerOfComplement(complement, a - 1) * f.at(1 - complement, complement);
      });
  }
  return total / mass;
}

/** ln(1 + eᵛ) */
function softplus(v: number): number {
  return v > 0 ? v + Math.log1p(Math.exp(-v)) : Math.log1p(Math.exp(v));
}

/** (1 − t)^power */
function powerOfComplement(t: number, power: number): number {
  return Math.exp(power * Math.log1p(-t));
}

/** A panel over which the weight's logarithm falls by about eight at most. */
function widthAt(a: number, b: number, v: number, direction: 1 | -1): number {
  const width = Math.min(widestPanel, steadyWidth(a, b, v));
  return Math.min(width, steadyWidth(a, b, v + direction * width));
}

function steadyWidth(a: number, b: number, v: number): number {
  const p = 1 / (1 + Math.exp(-v));
  const complement = 1 / (1 + Math.exp(v));
  const slope = Math.abs(a * complement - b * p);
  const curvature = (a + b) * p * complement;
  return largestFall / (slope + Math.sqrt(largestFall * curvature));
}
