/** How sure a sample makes us. */
export const confidence = 0.95;

/**
 * So many customers are compared a day that, when none of them differs, it is 95 % sure that fewer than 1 in 100 of all
 * do: (1 − 0.01)^n ≤ 0.05, n = ⌈ln 0.05 / ln 0.99⌉ = 299.
 */
export const dailySample = Math.ceil(Math.log(1 - confidence) / Math.log(1 - 0.01));

/**
 * The largest share of all customers that may differ when `differing` of `compared` did, 95 % sure: the share p at which
 * as few as that would be seen once in twenty times (the one-sided bound of Clopper and Pearson). Everybody compared
 * leaves no doubt. Example: 0 of 299 → 0.00997.
 */
export function mostDiffering(differing: number, compared: number, everybody: number): number {
  if (compared === 0) return 1;
  if (compared >= everybody) return differing / compared;
  let low = differing / compared;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(differing, compared, middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/** P(X ≤ k) of n tries that each succeed with probability p. */
function chanceOfAtMost(k: number, n: number, p: number): number {
  if (p >= 1) return k >= n ? 1 : 0;
  let term = n * Math.log1p(-p);
  let sum = Math.exp(term);
  for (let i = 1; i <= k; i += 1) {
    term += Math.log((n - i + 1) / i) + Math.log(p / (1 - p));
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
