import { discountStatusAt, type Discount } from "../../world/discount.ts";
import type { DiscountFacts } from "../../world/discount-actions.ts";
import { parseGid } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import { userError, type UserError } from "./user-error.ts";

export const MAX_ACTIVE_AUTOMATIC_DISCOUNTS = 25;

export function findDiscount(world: World, id: string): Discount | undefined {
  const gid = parseGid(id);
  return gid?.type === "DiscountAutomaticNode" ? world.discounts.get(gid.id) : undefined;
}

/** The end lies after the start. */
export function problemsWithPeriod({
  startsAtMs,
  endsAtMs,
}: Pick<DiscountFacts, "startsAtMs" | "endsAtMs">): UserError[] {
  if (endsAtMs === null || endsAtMs > startsAtMs) return [];
  return [
    userError(
      ["automaticBasicDiscount", "endsAt"],
      "Ends at needs to be after starts_at",
      "INVALID",
    ),
  ];
}

/** At most 25 automatic discounts are active at a time. `itself` does not count against its own change. */
export function problemsWithActiveLimit(world: World, itself?: Discount): UserError[] {
  const nowMs = world.clock.nowMs();
  let active = 0;
  for (const discount of world.discounts.values()) {
    if (discount !== itself && discountStatusAt(discount, nowMs) === "ACTIVE") active += 1;
  }
  if (active < MAX_ACTIVE_AUTOMATIC_DISCOUNTS) return [];
  const message =
    "The active period overlaps with other automatic discounts. At any given time, only 25 automatic discounts can be active.";
  return [userError(null, message, "ACTIVE_PERIOD_OVERLAP")];
}
