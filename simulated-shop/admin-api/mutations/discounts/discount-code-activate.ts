import type { RequestContext } from "../../field-resolver.ts";
import { discountPayload } from "./discount-kind.ts";
import { doesNotExist, findDiscount } from "./find-discount.ts";
import { activateDiscount } from "./switch-discount.ts";

/** `discountCodeActivate`: active from now on, without an end. */
export function discountCodeActivate(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  const discount = findDiscount(world, id, false);
  if (discount === undefined) return discountPayload(false, null, [doesNotExist(false)]);
  const userErrors = activateDiscount(world, discount);
  return discountPayload(false, userErrors.length > 0 ? null : discount, userErrors);
}
