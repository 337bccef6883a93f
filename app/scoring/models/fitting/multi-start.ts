import type { Bounds, Objective, Summit } from "./climb.ts";
import { climb } from "./climb.ts";

/** Rounds that tell a good start from a bad one. */
const roundsToJudge = 12;
const roundsToFinish = 200;
/** So many of the best are followed to their top. */
const finalists = 3;

/**
 * Likelihoods of these models have several tops, and ridges that look like one: every start is climbed a little, and the
 * best few to the end. The tops that are left, highest first; at least one.
 */
export function climbFromMany(
  objective: Objective,
  starts: readonly (readonly number[])[],
  bounds: Bounds,
): Summit[] {
  const judged = starts.map((start) =>
    climb(objective, { ...bounds, start, mostRounds: roundsToJudge }),
  );
  const finished = differentTops(judged)
    .slice(0, finalists)
    .map(({ theta }) => climb(objective, { ...bounds, start: theta, mostRounds: roundsToFinish }));
  return differentTops(finished);
}

/** Highest first, without those that stand where a higher one already stands. */
function differentTops(summits: readonly Summit[]): Summit[] {
  const kept: Summit[] = [];
  for (const summit of summits.toSorted((one, two) => heightOf(two) - heightOf(one))) {
    const isKnown = kept.some(({ theta }) =>
      theta.every((one, index) => Math.abs(one - (summit.theta[index] ?? 0)) < 1e-3),
    );
    if (!isKnown) kept.push(summit);
  }
  return kept;
}

function heightOf({ value }: Summit): number {
  return Number.isNaN(value) ? -Infinity : value;
}
