/** B₂ₙ / 2n, the coefficients of the asymptotic series. */
const terms = [
  1 / 12,
  -1 / 120,
  1 / 252,
  -1 / 240,
  1 / 132,
  -691 / 32760,
  1 / 12,
  -3617 / 8160,
] as const;

/**
 * The slope of ln Γ at x > 0: ψ(x) = ln x − 1/2x − Σ B₂ₙ / (2n x²ⁿ), and ψ(x) = ψ(x + 1) − 1/x below ten
 * (Abramowitz & Stegun 6.3.18 and 6.3.5).
 *
 * Example: ψ(1) = −0.577215664901533, Euler's constant with a minus.
 */
export function digamma(x: number): number {
  let shifted = x;
  let below = 0;
  for (; shifted < 10; shifted++) below += 1 / shifted;
  const square = 1 / (shifted * shifted);
  let sum = 0;
  for (let term = terms.length - 1; term >= 0; term--) sum = (sum + (terms[term] ?? 0)) * square;
  return Math.log(shifted) - 0.5 / shifted - sum - below;
}
