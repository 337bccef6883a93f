import { logGamma } from "../../models/numeric/log-gamma.ts";

/**
 * The chance of at least `successes` of `trials` when each succeeds with probability `share`.
 *
 *     P(X ≥ x) = Σ_{k=x}^{n} C(n,k) p^k (1−p)^(n−k)
 *
 * Summed from the term at x away from the mean, where each further term is smaller; on the other side of the mean it is
 * one less the lower tail. Bounded 0–1 and finite for whole counts and any share of 0–1.
 *
 * Example: three of three at one half → .125; one or more of two at .5 → .75.
 */
export function chanceOfAtLeast(successes: number, trials: number, share: number): number {
  if (successes <= 0) return 1;
  if (successes > trials || share <= 0) return 0;
  if (share >= 1) return 1;
  const upper = successes > trials * share;
  return upper
    ? sumTerms(successes, trials, share, 1)
    : Math.max(0, 1 - sumTerms(successes - 1, trials, share, -1));
}

function sumTerms(from: number, trials: number, share: number, direction: 1 | -1): number {
  const odds = share / (1 - share);
  let term = Math.exp(
    logFactorial(trials) -
      logFactorial(from) -
      logFactorial(trials - from) +
      from * Math.log(share) +
      (trials - from) * Math.log1p(-share),
  );
  let sum = 0;
  for (let k = from; k >= 0 && k <= trials && term > sum * Number.EPSILON; k += direction) {
    sum += term;
    term *= direction === 1 ? ((trials - k) / (k + 1)) * odds : k / (trials - k + 1) / odds;
  }
  return Math.min(1, sum);
}

function logFactorial(n: number): number {
  return logGamma(n + 1);
}
