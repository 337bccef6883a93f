import { discountStatusAt } from "../../world/discount.ts";
import { updateDiscount } from "../../world/discount-actions.ts";
import type { RequestContext } from "../field-resolver.ts";
import { findDiscount, problemsWithActiveLimit } from "./automatic-discount-rules.ts";
import { userError } from "./user-error.ts";

/** `discountAutomaticActivate`: active from now on, without an end. An active one stays as it is. */
export function discountAutomaticActivate(
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
  if (discountStatusAt(discount, nowMs) === "ACTIVE")
    return { automaticDiscountNode: discount, userErrors: [] };
  const userErrors = problemsWithActiveLimit(world, discount);
  if (userErrors.length > 0) return { automaticDiscountNode: null, userErrors };
  updateDiscount(world, discount, {
    startsAtMs: Math.min(discount.startsAtMs, nowMs),
    endsAtMs: null,
  });
  return { automaticDiscountNode: discount, userErrors: [] };
}
