import type { TierThresholds } from "./tier-schema.ts";

/**
 * Whoever meets `more` meets `less`: all that `less` asks for, `more` asks for too, and no less of it.
 *
 * Example: 3 orders and 9.00 asks no less than 2 orders; bought within 30 days no less than within 60.
 */
export function asksNoLess(more: TierThresholds, less: TierThresholds): boolean {
  const asked = new Map(Object.entries(more).map(([part, bound]) => [part, Number(bound)]));
  return Object.entries(less).every(([part, bound]) => {
    const own = asked.get(part);
    if (own === undefined) return false;
    return part === "recencyDaysAtMost" ? own <= Number(bound) : own >= Number(bound);
  });
}
