import { z } from "zod";

/** What the shop lets us spend, in cost points, as of its last answer. */
export interface CallBudget {
  availablePoints: number;
  maximumPoints: number;
  restorePointsPerSecond: number;
}

const costExtensions = z.object({
  cost: z.object({
    requestedQueryCost: z.number(),
    throttleStatus: z.object({
      maximumAvailable: z.number(),
      currentlyAvailable: z.number(),
      restoreRate: z.number().positive(),
    }),
  }),
});

/** What an answer says about its own cost and the budget after it; null when it says nothing. */
export function readCost(
  extensions: unknown,
): { requestedPoints: number; budget: CallBudget } | null {
  const parsed = costExtensions.safeParse(extensions);
  if (!parsed.success) return null;
  const { requestedQueryCost, throttleStatus } = parsed.data.cost;
  return {
    requestedPoints: requestedQueryCost,
    budget: {
      availablePoints: throttleStatus.currentlyAvailable,
      maximumPoints: throttleStatus.maximumAvailable,
      restorePointsPerSecond: throttleStatus.restoreRate,
    },
  };
}

/** The budget `elapsedMs` after it was read, when nothing was spent meanwhile. */
export function restored(budget: CallBudget, elapsedMs: number): CallBudget {
  const { availablePoints, maximumPoints, restorePointsPerSecond } = budget;
  const points = availablePoints + (elapsedMs / 1_000) * restorePointsPerSecond;
  return { ...budget, availablePoints: Math.min(maximumPoints, points) };
}

/** What work in the background leaves in the bucket for whoever waits for an answer: half of it. */
export function reservedPointsOf({ maximumPoints }: CallBudget): number {
  return maximumPoints / 2;
}

/** Milliseconds until the bucket holds the points, `elapsedMs` after the budget was read. */
export function msUntilAffordable(budget: CallBudget, points: number, elapsedMs: number): number {
  // A call dearer than the whole bucket is sent at a full one, for Shopify to refuse.
  const missing = Math.min(points, budget.maximumPoints) - budget.availablePoints;
  return Math.max(0, Math.ceil((missing / budget.restorePointsPerSecond) * 1_000 - elapsedMs));
}
