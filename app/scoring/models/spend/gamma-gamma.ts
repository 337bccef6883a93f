/** Gamma-Gamma (Fader & Hardie 2013): an order's value is Gamma(p, ν), and ν differs between customers as Gamma(q, v). */
export interface GammaGamma {
  p: number;
  q: number;
  /** In the unit of money. */
  v: number;
}

/**
 * The mean value per order to be expected of a customer whose `orders` orders had the mean `meanSpend`:
 *
 *     p (v + n m) / (p n + q − 1)
 *
 * (eq. 5 of the paper): between the shop's mean and the customer's own, nearer to the latter the more orders. With heavy tails
 * (p n + q ≤ 1) that mean does not exist and the answer is the customer's own mean, or null without orders.
 *
 * Example: p 6.25, q 3.74, v 15.44 with two orders of 22.35 on average → 24.66 (the paper's first customer has 24.65).
 */
export function expectedMeanSpend(
  { p, q, v }: GammaGamma,
  orders: number,
  meanSpend: number,
): number | null {
  const denominator = p * orders + q - 1;
  if (denominator > 0) return (p * (v + orders * meanSpend)) / denominator;
  return orders > 0 ? meanSpend : null;
}
