import { deleteDiscount } from "../../../world/discount-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { doesNotExist, findDiscount } from "./find-discount.ts";

/** `discountAutomaticDelete`. */
export function discountAutomaticDelete(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  const discount = findDiscount(world, id, true);
  if (discount === undefined)
    return { deletedAutomaticDiscountId: null, userErrors: [doesNotExist(true)] };
  deleteDiscount(world, discount);
  return { deletedAutomaticDiscountId: id, userErrors: [] };
}
