import type { Calibration } from "../calibration/calibration.ts";
import { groupSchemeOf } from "../groups/group-scheme-of.ts";
import type { Program } from "../program/program.ts";
import type { TierConditions } from "../tiers/tier-conditions.ts";

/**
 * The days since the last order up to which some label is one and after which it may be another, ascending: of the
 * conditions on recency, and of the scores or stages that the groups go by.
 */
export function listRecencyBounds(
  { enter, keep }: TierConditions,
  { cutPoints, cycleDays }: Calibration,
  program: Program,
): number[] {
  const scheme = groupSchemeOf(program);
  const bounds = [...enter, ...keep]
    .flat()
    .flatMap(({ metric, bound }) => (metric === "recencyDays" ? [bound] : []));
  // A score holds while the negated days are above its cut point.
  if (scheme.kind === "rules") bounds.push(...cutPoints.recency.map((above) => -above - 1));
  if (scheme.kind === "stages") bounds.push(Math.floor(cycleDays), Math.floor(3 * cycleDays));
  return [...new Set(bounds)]
    .filter((bound) => bound >= 0 && bound < Infinity)
    .sort((a, b) => a - b);
}
