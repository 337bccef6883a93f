import { curvatureAt } from "./curvature.ts";
import type { Objective, Summit } from "./climb.ts";
import { solvePositive } from "./solve-positive.ts";

/**
 * Standard errors of the logarithms at a summit: square roots of the diagonal of the inverse observed information. Null
 * for a parameter that ran to the end of its range, and for all of them on a ridge, where the information says nothing.
 *
 * A parameter's own standard error is itself times that of its logarithm (at a maximum the two are exactly so related).
 *
 * Example: value −θ² → 1/√2.
 */
export function standardErrorsOfLogs(objective: Objective, summit: Summit): (number | null)[] {
  const information = curvatureAt(objective, summit.theta);
  const free = summit.atBound.map((bound) => !bound);
  return summit.theta.map((_, place) => {
    if (free[place] !== true) return null;
    const unit = summit.theta.map((_one, index) => (index === place ? 1 : 0));
    const variance = solvePositive(information, unit, free, 0)?.[place];
    return variance === undefined || !(variance > 0) ? null : Math.sqrt(variance);
  });
}
