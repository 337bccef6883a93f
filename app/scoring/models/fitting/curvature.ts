import type { Objective } from "./climb.ts";

/** Small enough for the fourth derivative not to matter, large enough for the rounding of a gradient not to. */
const stepLog = 1e-4;

/**
 * −∂²/∂θ² from central differences of the analytic gradient, made symmetric. One-sided ones would do half the work, but the
 * spend model's narrow ridge needs the digits.
 *
 * Example: value −θ² → 2.
 */
export function curvatureAt(objective: Objective, theta: readonly number[]): number[][] {
  const rows = theta.map((_, moved) => {
    const [above, below] = [new Float64Array(theta.length), new Float64Array(theta.length)];
    const shifted = (by: number) => theta.map((one, index) => (index === moved ? one + by : one));
    objective(shifted(stepLog), above);
    objective(shifted(-stepLog), below);
    return Array.from(below, (slope, index) => (slope - (above[index] ?? 0)) / (2 * stepLog));
  });
  return rows.map((row, i) => row.map((one, j) => (one + (rows[j]?.[i] ?? one)) / 2));
}
