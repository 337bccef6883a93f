/** From here on Stirling's series with eight terms is exact to a double's last digit. */
const stirlingFrom = 10;
const halfLogTwoPi = 0.9189385332046728;

/** B₂ₙ / (2n(2n − 1)), the coefficients of Stirling's series. */
const stirlingTerms = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

/**
 * What Stirling's formula lacks: ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π), for x ≥ 10 (Abramowitz & Stegun 6.1.41).
 *
 * Example: 0.00833056343336 at 10.
 */
export function stirlingRest(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  let sum = 0;
  for (let term = stirlingTerms.length - 1; term >= 0; term--) {
    sum = sum * square + (stirlingTerms[term] ?? 0);
  }
  return sum * inverse;
}

/**
 * ln Γ(x) for x > 0, absolute error about 1e-15 · max(1, |result|).
 *
 * Example: ln Γ(5) = ln 24 = 3.17805383034795.
 */
export function logGamma(x: number): number {
  if (x >= stirlingFrom) return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingRest(x);
  // Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1)); at most ten factors below 20 cannot overflow.
  let product = 1;
  let shifted = x;
  for (; shifted < stirlingFrom; shifted++) product *= shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    halfLogTwoPi +
    stirlingRest(shifted) -
    Math.log(product)
  );
}

/**
 * ln B(u, w) = ln Γ(u) + ln Γ(w) − ln Γ(u + w) without taking large numbers from each other: for large arguments the
 * leading parts of Stirling's formula are subtracted by hand (the idea of Didonato & Morris, TOMS 708).
 *
 * Example: B(2, 3) = 1/12, so −2.484906649788.
 */
export function logBeta(u: number, w: number): number {
  const large = Math.max(u, w);
  const small = Math.min(u, w);
  if (large < stirlingFrom) return logGamma(large) + logGamma(small) - logGamma(large + small);
  const rests = stirlingRest(large) - stirlingRest(large + small);
  const shared = -(large - 0.5) * Math.log1p(small / large);
  if (small < stirlingFrom) {
    return logGamma(small) + shared - small * Math.log(large + small) + small + rests;
  }
  return (
    shared +
    small * Math.log(small / (large + small)) -
    0.5 * Math.log(small) +
    halfLogTwoPi +
    stirlingRest(small) +
    rests
  );
}
