import { discountStatusAt, isAutomatic, type Discount } from "../../../world/discount.ts";
import { updateDiscount } from "../../../world/discount-actions.ts";
import type { World } from "../../../world/world.ts";
import type { UserError } from "../user-error.ts";
import { problemsWithActiveLimit } from "./active-limit.ts";

/** Active from now on, without an end; an active one stays as it is. Returns what stands against it. */
export function activateDiscount(world: World, discount: Discount): UserError[] {
  const nowMs = world.clock.nowMs();
  if (discountStatusAt(discount, nowMs) === "ACTIVE") return [];
  const problems = isAutomatic(discount) ? problemsWithActiveLimit(world, discount) : [];
  if (problems.length > 0) return problems;
  updateDiscount(world, discount, {
    startsAtMs: Math.min(discount.startsAtMs, nowMs),
    endsAtMs: null,
  });
  return [];
}

/** Ends now; an expired one stays as it is. */
export function deactivateDiscount(world: World, discount: Discount): void {
  const nowMs = world.clock.nowMs();
  if (discountStatusAt(discount, nowMs) === "EXPIRED") return;
  updateDiscount(world, discount, {
    startsAtMs: Math.min(discount.startsAtMs, nowMs),
    endsAtMs: nowMs,
  });
}
