import type { Objective, Summit } from "./climb.ts";
import { curvatureAt } from "./curvature.ts";
import { solvePositive } from "./solve-positive.ts";

/** A parameter known to no better than a factor of e⁵ either way is not known. */
const mostLogError = 5;

/**
 * Covariance of the parameters' logarithms at a summit: the inverse of the observed information. Rows and columns of
 * parameters that ran to the end of their range are 0, as these do not move; null on a ridge, where the information has no
 * inverse. `isLarge` is for likelihoods that take long.
 */
export function covarianceOfLogs(
  objective: Objective,
  summit: Summit,
  isLarge = false,
): number[][] | null {
  const information = curvatureAt(objective, summit.theta, isLarge ? summit.gradient : undefined);
  const free = summit.atBound.map((bound) => !bound);
  const rows = free.map((isFree, place) => {
    const unit = free.map((_, index) => (index === place && isFree ? 1 : 0));
    return solvePositive(information, unit, free, 0);
  });
  const known = rows.filter((row) => row !== null);
  return known.length === rows.length ? known : null;
}

/**
 * Standard errors of the logarithms: square roots of the covariance's diagonal. Null for a parameter at the end of its
 * range or of which the data say nothing, and for all of them on a ridge.
 *
 * A parameter's own standard error is itself times that of its logarithm (at a maximum the two are exactly so related).
 *
 * Example: variances 0.04 and, at a bound, 0 → 0.2 and null.
 */
export function standardErrorsOf(covariance: number[][] | null, size: number): (number | null)[] {
  return Array.from({ length: size }, (_, place) => {
    const variance = covariance?.[place]?.[place] ?? 0;
    const error = Math.sqrt(variance);
    return variance > 0 && error <= mostLogError ? error : null;
  });
}
