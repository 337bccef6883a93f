import type { Outstanding } from "../../../persistence/publication-wishes.ts";
import { spend, stepOrder, wayOf, type Means } from "./plan-writes.ts";
import {
  linesOf,
  mostCustomersPerOperation,
  mostOperations,
  operationsFor,
  pointsByCalls,
  presumedBudget,
  presumedLinesPerSecond,
  secondsByCalls,
  secondsInBulk,
  startPoints,
} from "./write-times.ts";

/** A bulk mutation under way. */
export interface WriteUnderWay {
  lines: number;
  linesDone: number;
}

export interface WriteEstimate {
  seconds: number;
  /** Cost points. */
  points: number;
}

/**
 * How long all that is outstanding takes and what it costs, one step after the other as `planWrites` would go on. What
 * runs side by side with another step is counted as if it came after, so the estimate is rather too long.
 */
export function estimateWrites(
  { ready, removalsLater }: Outstanding,
  underWay: readonly WriteUnderWay[],
  means: Omit<Means, "underWay">,
): WriteEstimate {
  const linesPerSecond = means.linesPerSecond ?? presumedLinesPerSecond;
  let budget = means.budget ?? presumedBudget;
  const longest = Math.max(0, ...underWay.map(({ lines, linesDone }) => lines - linesDone));
  const estimate = { seconds: longest / linesPerSecond, points: 0 };

  for (const step of stepOrder) {
    const customers = ready[step] + (step === "remove-tags" ? removalsLater : 0);
    if (customers === 0) continue;
    if (wayOf(step, customers, { budget, free: mostOperations, linesPerSecond }) === "calls") {
      const points = pointsByCalls(step, customers);
      estimate.seconds += secondsByCalls(step, customers, budget);
      estimate.points += points;
      budget = spend(budget, points);
    } else {
      const lines = linesOf(step, customers);
      const operations = operationsFor(lines, mostOperations, linesPerSecond);
      estimate.seconds += secondsInBulk(lines, operations, linesPerSecond);
      const starts = Math.max(operations, customers / mostCustomersPerOperation(step));
      estimate.points += startPoints * Math.ceil(starts);
    }
  }
  return estimate;
}
