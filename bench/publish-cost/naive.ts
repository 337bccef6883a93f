import { LeakyBucket } from "../../simulated-shop/admin-api/cost/leaky-bucket.ts";
import type { PlanName } from "../../simulated-shop/world/plan.ts";

/** One `tagsAdd`, one `tagsRemove`, one `metafieldsSet`. */
const callsPerCustomer = 3;
const pointsPerCall = 10;

/**
 * Simulated seconds of a peer that makes its three calls for one customer after the other, as fast as the bucket lets it
 * and answered in no time: it takes the whole bucket, and waits for points only.
 */
export function naiveSeconds(customers: number, plan: PlanName): number {
  let nowMs = 0;
  const bucket = new LeakyBucket(plan, () => nowMs);
  for (let call = 0; call < callsPerCustomer * customers; call += 1)
    while (!bucket.take(pointsPerCall)) nowMs += 10;
  return nowMs / 1_000;
}
