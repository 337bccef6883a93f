import type { RequestContext } from "../../field-resolver.ts";
import { discountPayload } from "./discount-kind.ts";
import { doesNotExist, findDiscount } from "./find-discount.ts";
import { activateDiscount } from "./switch-discount.ts";

/** `discountAutomaticActivate`: active from now on, without an end. */
export function discountAutomaticActivate(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  const discount = findDiscount(world, id, true);
  if (discount === undefined) return discountPayload(true, null, [doesNotExist(true)]);
  const userErrors = activateDiscount(world, discount);
  return discountPayload(true, userErrors.length > 0 ? null : discount, userErrors);
}
