import { chanceOfAtLeast } from "./binomial-tail.ts";

/** Two or three visits may look like anything. */
export const leastVisits = 3;
/** Five products, over the visits, before their kind says anything. */
export const leastPurchases = 5;
/** One in twenty by chance is the usual measure of an accident. */
const leastConfidence = 0.95;
/** Doing something once is no habit. */
const leastSuccesses = 2;

/** How often somebody did something, of how many occasions, and what share of occasions it is with the base. */
export type Occasions = { successes: number; trials: number; baseShare: number };

/**
 * The chance that a customer of the base's habits would have done it less often.
 *
 *     1 − min(1, questions · P(X ≥ successes))        X binomial of trials and baseShare
 *
 * `questions`: how many such questions were asked to find this one (Bonferroni). Where the base's share differs from
 * occasion to occasion its mean is taken, which understates the confidence (Hoeffding 1956).
 *
 * Example: 3 of 3 where the base does it half the time → .875.
 */
export function confidenceOf(occasions: Occasions, questions = 1): number {
  const { successes, trials, baseShare } = occasions;
  return 1 - Math.min(1, questions * chanceOfAtLeast(successes, trials, baseShare));
}

/** Is it both sure and large: no accident, done twice or more, and a share clearly above the base's? */
export function isRemarkable(
  confidence: number,
  successes: number,
  share: number,
  baseShare: number,
): boolean {
  return (
    confidence >= leastConfidence && successes >= leastSuccesses && share >= clearlyAbove(baseShare)
  );
}

/**
 * Twice the base's share, or halfway from it to all, whichever is less.
 *
 * Example: .1 → .2; .5 → .75; .8 → .9.
 */
export function clearlyAbove(baseShare: number): number {
  return Math.min(2 * baseShare, (1 + baseShare) / 2);
}

/** 0 of nothing. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
