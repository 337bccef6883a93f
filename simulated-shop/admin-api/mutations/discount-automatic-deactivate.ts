import { discountStatusAt } from "../../world/discount.ts";
import { updateDiscount } from "../../world/discount-actions.ts";
import type { RequestContext } from "../field-resolver.ts";
import { findDiscount } from "./automatic-discount-rules.ts";
import { userError } from "./user-error.ts";

/** `discountAutomaticDeactivate`: ends now. An expired one stays as it is. */
export function discountAutomaticDeactivate(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  const discount = findDiscount(world, id);
  if (discount === undefined)
    return {
      automaticDiscountNode: null,
      userErrors: [userError(["id"], "Discount does not exist", "INVALID")],
    };
  const nowMs = world.clock.nowMs();
  if (discountStatusAt(discount, nowMs) !== "EXPIRED") {
    updateDiscount(world, discount, {
      startsAtMs: Math.min(discount.startsAtMs, nowMs),
      endsAtMs: nowMs,
    });
  }
  return { automaticDiscountNode: discount, userErrors: [] };
}
