import { compileSegmentQuery } from "../segment-query/compile-segment-query.ts";
import type { Segment } from "../world/segment.ts";
import type { World } from "../world/world.ts";

/**
 * Counts a segment's members as of now, or null when its query cannot be evaluated. A count is kept until the world
 * changes: pages ask every second.
 */
export function createMemberCounter(world: World): (segment: Segment) => number | null {
  const counts = new Map<string, number | null>();
  let countedAt = "";

  return ({ query }) => {
    const moment = `${world.revision} ${world.clock.nowMs()}`;
    if (moment !== countedAt) counts.clear();
    countedAt = moment;
    let count = counts.get(query);
    if (count === undefined) {
      count = countMembers(world, query);
      counts.set(query, count);
    }
    return count;
  };
}

function countMembers(world: World, query: string): number | null {
  const compiled = compileSegmentQuery(query, world);
  if (compiled.kind !== "test") return null;
  let count = 0;
  for (const customer of world.customers.values()) if (compiled.test(customer)) count += 1;
  return count;
}
