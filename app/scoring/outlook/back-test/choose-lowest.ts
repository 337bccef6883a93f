/**
 * The candidate with the lowest error; of equals the first, so they come in an order of trust.
 *
 * Example: errors 1.0, 0.9 and 0.9 → the second.
 */
export function chooseLowest<Candidate>(
  candidates: readonly [Candidate, ...Candidate[]],
  errorOf: (candidate: Candidate) => number,
): Candidate {
  return candidates.reduce((best, next) => (errorOf(next) < errorOf(best) ? next : best));
}
