import { deleteDiscount } from "../../world/discount-actions.ts";
import type { RequestContext } from "../field-resolver.ts";
import { findDiscount } from "./automatic-discount-rules.ts";
import { userError } from "./user-error.ts";

/** `discountAutomaticDelete`. */
export function discountAutomaticDelete(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  const discount = findDiscount(world, id);
  if (discount === undefined) {
    return {
      deletedAutomaticDiscountId: null,
      userErrors: [userError(["id"], "Discount does not exist.", "INVALID")],
    };
  }
  deleteDiscount(world, discount);
  return { deletedAutomaticDiscountId: id, userErrors: [] };
}
