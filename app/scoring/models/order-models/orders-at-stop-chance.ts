/**
 * The orders expected of a living customer whose chance to stop after each order is p, when the steps towards orders are
 * negative binomial (shape, growth) and each order takes k of them, `done` being done already. For k = 1
 *
 *     (1 − (1 + p·growth)^−shape) / p,   shape · growth when p = 0
 *
 * For larger k the whole part of (N + done)/k is written with the k-th roots of unity: with c = (1 − p)^(1/k)
 *
 *     1 − Σ_l d_l (cω^l)^done (1 + growth·(1 − cω^l))^−shape,   d_l = 1/k Σ_m c^−m ω^−lm
 *
 * over p. d_0 − 1 and the other d_l are of the order of p, so each part is divided by p without losing digits.
 *
 * Example: k = 1, shape 1, growth 3, p = 1 → ¾.
 */
export function ordersAtStopChance(
  shape: number,
  growth: number,
  k: number,
  done: number,
): (p: number, complement: number) => number {
  if (k === 1) {
    return (p) => (p === 0 ? shape * growth : -Math.expm1(-shape * Math.log1p(p * growth)) / p);
  }
  return (p, complement) =>
    ordersByRoots(shape, growth, k, done, Math.max(p, Number.MIN_VALUE * 2 ** 52), complement);
}

function ordersByRoots(
  shape: number,
  growth: number,
  k: number,
  done: number,
  p: number,
  complement: number,
): number {
  const logC = (p < 0.5 ? Math.log1p(-p) : Math.log(complement)) / k;
  const c = Math.exp(logC);
  const lack = -Math.expm1(logC);
  const powers = Array.from({ length: k }, (_, m) => Math.expm1(-m * logC));
  const meanPower = powers.reduce((sum, power) => sum + power, 0) / k;
  const logMain = Math.log1p(meanPower) + done * logC - shape * Math.log1p(growth * lack);
  let orders = -Math.expm1(logMain) / p;
  for (let l = 1; l < k; l++) {
    const angle = (2 * Math.PI * l) / k;
    // 1 + growth·(1 − cω^l); its real part in a form that keeps 1 − c exact.
    const real = 1 + growth * (lack + c * 2 * Math.sin(angle / 2) ** 2);
    const imaginary = -growth * c * Math.sin(angle);
    const logSize = -shape * 0.5 * Math.log(real * real + imaginary * imaginary) + done * logC;
    const turn = -shape * Math.atan2(imaginary, real) + done * angle;
    let [rootReal, rootImaginary] = [0, 0];
    for (const [m, power] of powers.entries()) {
      rootReal += power * Math.cos(angle * m);
      rootImaginary -= power * Math.sin(angle * m);
    }
    const size = Math.exp(logSize) / (k * p);
    orders -= size * (rootReal * Math.cos(turn) - rootImaginary * Math.sin(turn));
  }
  return orders;
}
