import type { Objective } from "./climb.ts";

/** What is believed of a parameter's logarithm before the shop's own history speaks. */
export interface LogNormalBelief {
  /** The middle, in the parameter's own unit. */
  median: number;
  /** Whether the parameter is a time, so that it scales with the unit. */
  isTime?: boolean;
  /** Standard deviation of its natural logarithm. */
  logSpread: number;
}

/**
 * Adds −½ ((θ − ln median)/spread)² per parameter: the most probable parameters instead of the most likely ones. It is one
 * observation's worth of opinion, so a shop with thousands of customers drowns it, and thirty customers are not stretched
 * beyond what shops are like.
 *
 * Example: a parameter at e times its median with spread 1 costs ½.
 */
export function withBeliefs(
  likelihood: Objective,
  beliefs: readonly { logMedian: number; logSpread: number }[],
): Objective {
  return (theta, gradient) => {
    let value = likelihood(theta, gradient);
    for (const [index, { logMedian, logSpread }] of beliefs.entries()) {
      const away = ((theta[index] ?? 0) - logMedian) / logSpread;
      value -= 0.5 * away * away;
      gradient[index] = (gradient[index] ?? 0) - away / logSpread;
    }
    return value;
  };
}
