import { digamma } from "../numeric/digamma.ts";
import { logGamma } from "../numeric/log-gamma.ts";

/** Beyond so many terms the closed form is cheaper, and exact enough because its parts differ by then. */
const mostTerms = 256;

/** Per count n: a sum and its slopes by the two parameters. */
export interface RisingSums {
  value: Float64Array;
  byFirst: Float64Array;
  bySecond: Float64Array;
}

/** Room for `length` counts, to be filled again and again. */
export function makeRisingSums(length: number): RisingSums {
  return {
    value: new Float64Array(length),
    byFirst: new Float64Array(length),
    bySecond: new Float64Array(length),
  };
}

/**
 * ln Γ(r + n) − ln Γ(r) = Σ ln(r + i) over i < n, and its slope Σ 1/(r + i), for rising counts n: each from the one
 * before, so that nothing large is ever subtracted.
 *
 * Example: r = 1, n = 3 → ln 6.
 */
export function fillLogRising(sums: RisingSums, r: number, counts: ArrayLike<number>): void {
  let [done, value, slope] = [0, 0, 0];
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] ?? 0;
    if (count - done > mostTerms) {
      value += logGamma(r + count) - logGamma(r + done);
      slope += digamma(r + count) - digamma(r + done);
      done = count;
    }
    for (; done < count; done++) {
      value += Math.log(r + done);
      slope += 1 / (r + done);
    }
    sums.value[index] = value;
    sums.byFirst[index] = slope;
  }
}

/**
 * ln B(a, b + n) − ln B(a, b) = −Σ ln(1 + a/(b + i)) over i < n, with its slopes by a and by b.
 *
 * Example: a = b = 1, n = 1 → −ln 2.
 */
export function fillLogSurvival(
  sums: RisingSums,
  a: number,
  b: number,
  counts: ArrayLike<number>,
): void {
  let [done, value, byA, byB] = [0, 0, 0, 0];
  for (let index = 0; index < counts.length; index++) {
    const count = counts[index] ?? 0;
    if (count - done > mostTerms) {
      const [from, to] = [b + done, b + count];
      value += logGamma(to) - logGamma(from) - (logGamma(a + to) - logGamma(a + from));
      const slope = digamma(a + to) - digamma(a + from);
      byA -= slope;
      byB += digamma(to) - digamma(from) - slope;
      done = count;
    }
    for (; done < count; done++) {
      const one = b + done;
      value -= Math.log1p(a / one);
      byA -= 1 / (a + one);
      byB += a / (one * (a + one));
    }
    sums.value[index] = value;
    sums.byFirst[index] = byA;
    sums.bySecond[index] = byB;
  }
}
