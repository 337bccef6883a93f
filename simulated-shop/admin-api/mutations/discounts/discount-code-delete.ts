import { deleteDiscount } from "../../../world/discount-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { doesNotExist, findDiscount } from "./find-discount.ts";

/** `discountCodeDelete`. */
export function discountCodeDelete(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  const discount = findDiscount(world, id, false);
  if (discount === undefined)
    return { deletedCodeDiscountId: null, userErrors: [doesNotExist(false)] };
  deleteDiscount(world, discount);
  return { deletedCodeDiscountId: id, userErrors: [] };
}
