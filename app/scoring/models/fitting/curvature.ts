import type { Objective } from "./climb.ts";

/** Small enough for the fourth derivative not to matter, large enough for the rounding of a gradient not to. */
const stepLog = 1e-4;
/** One-sided differences are off by the step itself, times something of order one. */
const oneSidedStepLog = 1e-6;

/**
 * −∂²/∂θ² from central differences of the analytic gradient, made symmetric. Given the gradient at θ it takes one-sided
 * differences: half the work and six digits, enough for a standard error though not for a narrow ridge.
 *
 * Example: value −θ² → 2.
 */
export function curvatureAt(
  objective: Objective,
  theta: readonly number[],
  gradient?: Float64Array,
): number[][] {
  const slopesAt = (moved: number, by: number): Float64Array => {
    const slopes = new Float64Array(theta.length);
    objective(
      theta.map((one, index) => (index === moved ? one + by : one)),
      slopes,
    );
    return slopes;
  };
  const rows = theta.map((_, moved) => {
    const [step, span] =
      gradient === undefined ? [stepLog, 2 * stepLog] : [oneSidedStepLog, oneSidedStepLog];
    const above = slopesAt(moved, step);
    const below = gradient ?? slopesAt(moved, -step);
    return Array.from(below, (slope, index) => (slope - (above[index] ?? 0)) / span);
  });
  return rows.map((row, i) => row.map((one, j) => (one + (rows[j]?.[i] ?? one)) / 2));
}
