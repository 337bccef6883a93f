import { discountStatusAt, isAutomatic, type Discount } from "../../../world/discount.ts";
import type { World } from "../../../world/world.ts";
import { userError, type UserError } from "../user-error.ts";

export const MAX_ACTIVE_AUTOMATIC_DISCOUNTS = 25;

/** At most 25 automatic discounts are active at a time. `itself` does not count against its own change. */
export function problemsWithActiveLimit(world: World, itself?: Discount): UserError[] {
  const nowMs = world.clock.nowMs();
  let active = 0;
  for (const discount of world.discounts.values()) {
    if (
      discount !== itself &&
      isAutomatic(discount) &&
      discountStatusAt(discount, nowMs) === "ACTIVE"
    )
      active += 1;
  }
  if (active < MAX_ACTIVE_AUTOMATIC_DISCOUNTS) return [];
  const message =
    "The active period overlaps with other automatic discounts. At any given time, only 25 automatic discounts can be active.";
  return [userError(null, message, "ACTIVE_PERIOD_OVERLAP")];
}
