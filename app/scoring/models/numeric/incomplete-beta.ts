import { logBeta } from "./log-gamma.ts";

const mostFractions = 10_000;

/**
 * I_z(u, w) = ∫₀ᶻ t^(u−1) (1 − t)^(w−1) dt / B(u, w), given z and 1 − z, by the continued fraction of Didonato & Morris
 * (DLMF 8.17.22) on the side of the mean where it converges quickly. About twelve digits; it serves intervals.
 *
 * Example: I_½(2, 2) = ½.
 */
export function incompleteBeta(z: number, complement: number, u: number, w: number): number {
  if (z <= 0) return 0;
  if (complement <= 0) return 1;
  const isSwapped = z > (u + 1) / (u + w + 2);
  return isSwapped ? 1 - fraction(complement, z, w, u) : fraction(z, complement, u, w);
}

/** Lentz's method. */
function fraction(z: number, complement: number, u: number, w: number): number {
  const tiny = 1e-300;
  const front = Math.exp(u * Math.log(z) + w * Math.log(complement) - logBeta(u, w)) / u;
  let c = 1;
  let d = 1 / keepFromZero(1 - ((u + w) * z) / (u + 1), tiny);
  let value = d;
  for (let m = 1; m <= mostFractions; m++) {
    const even = (m * (w - m) * z) / ((u + 2 * m - 1) * (u + 2 * m));
    d = 1 / keepFromZero(1 + even * d, tiny);
    c = keepFromZero(1 + even / c, tiny);
    value *= d * c;
    const odd = (-(u + m) * (u + w + m) * z) / ((u + 2 * m) * (u + 2 * m + 1));
    d = 1 / keepFromZero(1 + odd * d, tiny);
    c = keepFromZero(1 + odd / c, tiny);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return Math.min(1, front * value);
}

function keepFromZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
