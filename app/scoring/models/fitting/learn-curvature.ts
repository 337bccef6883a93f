import type { Place } from "./climb.ts";

/**
 * What a step tells about the curvature M: with the step s and the fall y of the gradient along it, the BFGS update
 *
 *     M − M s sᵀ M / (sᵀ M s) + y yᵀ / (yᵀ s)
 *
 * (Nocedal & Wright, Numerical Optimization, eq. 6.19). Left as it is when the step saw no maximum ahead.
 *
 * Example: M = [[1]], a step of 1 along which the gradient fell by 2 → [[2]].
 */
export function learnCurvature(
  curvature: number[][],
  from: Pick<Place, "theta" | "gradient">,
  to: Pick<Place, "theta" | "gradient">,
): number[][] {
  const step = to.theta.map((one, index) => one - (from.theta[index] ?? 0));
  const fall = step.map((_, index) => (from.gradient[index] ?? 0) - (to.gradient[index] ?? 0));
  const turned = curvature.map((row) => dot(row, step));
  const [along, seen] = [dot(step, turned), dot(step, fall)];
  if (!(along > 0) || !(seen > 0)) return curvature;
  return curvature.map((row, i) =>
    row.map(
      (one, j) =>
        one -
        ((turned[i] ?? 0) * (turned[j] ?? 0)) / along +
        ((fall[i] ?? 0) * (fall[j] ?? 0)) / seen,
    ),
  );
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
