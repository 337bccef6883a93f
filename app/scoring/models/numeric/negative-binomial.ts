/**
 * P(N ≥ n) of a count N that is Poisson with a Gamma(shape, 1) mean stretched by `growth`, so with
 * z = growth/(1 + growth)
 *
 *     P(N = m) = (shape)_m/m! · z^m (1 − z)^shape
 *
 * Summed from below or from above, whichever does not subtract nearly equal numbers.
 *
 * Example: shape 1, growth 1 (each count half as likely as the one before): P(N ≥ 3) = 1/8.
 */
export function negativeBinomialTail(shape: number, growth: number, n: number): number {
  if (n <= 0) return 1;
  const logNone = -shape * Math.log1p(growth);
  const some = -Math.expm1(logNone);
  if (n === 1) return some;
  const z = growth / (1 + growth);
  let chance = Math.exp(logNone);
  let rest = some;
  for (let count = 1; count < n; count++) {
    chance *= ((shape + (count - 1)) / count) * z;
    rest -= chance;
  }
  // Less than a tenth left of what was there: the difference has lost a digit, so the sum from above is better.
  if (rest > 0.1 * some || chance === 0) return Math.max(0, rest);
  let sum = 0;
  for (let count = n; ; count++) {
    chance *= ((shape + (count - 1)) / count) * z;
    sum += chance;
    if (chance < sum * 1e-17 || chance === 0) return sum;
  }
}
