/** A smooth function on an interval, by the coefficients of its Chebyshev polynomials. */
export interface Interpolant {
  low: number;
  high: number;
  coefficients: Float64Array;
}

/**
 * Interpolates a smooth function at `count` Chebyshev nodes of [low, high] (Trefethen, Approximation Theory and
 * Approximation Practice, ch. 4).
 *
 * Example: 1 + x² with three nodes is met exactly.
 */
export function interpolate(
  f: (x: number) => number,
  low: number,
  high: number,
  count: number,
): Interpolant {
  const values = Array.from({ length: count }, (_, index) =>
    f((low + high) / 2 + ((high - low) / 2) * Math.cos((Math.PI * (index + 0.5)) / count)),
  );
  const coefficients = Float64Array.from({ length: count }, (_, degree) => {
    const sum = values.reduce(
      (total, value, index) => total + value * Math.cos((Math.PI * degree * (index + 0.5)) / count),
      0,
    );
    return ((degree === 0 ? 1 : 2) * sum) / count;
  });
  return { low, high, coefficients: coefficients.slice(0, lengthThatMatters(coefficients)) };
}

/** Coefficients of a smooth function fall quickly; those below rounding only cost time. */
function lengthThatMatters(coefficients: Float64Array): number {
  const least = 1e-16 * coefficients.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  return coefficients.findLastIndex((one) => Math.abs(one) > least) + 1;
}

/** Clenshaw's sum. */
export function valueAt({ low, high, coefficients }: Interpolant, x: number): number {
  const place = high > low ? (2 * x - low - high) / (high - low) : 0;
  let [next, afterNext] = [0, 0];
  for (let degree = coefficients.length - 1; degree > 0; degree--) {
    const value = 2 * place * next - afterNext + (coefficients[degree] ?? 0);
    afterNext = next;
    next = value;
  }
  return place * next - afterNext + (coefficients[0] ?? 0);
}
