import type { RequestContext } from "../../field-resolver.ts";
import { discountPayload } from "./discount-kind.ts";
import { doesNotExist, findDiscount } from "./find-discount.ts";
import { deactivateDiscount } from "./switch-discount.ts";

/** `discountCodeDeactivate`: ends now. */
export function discountCodeDeactivate(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  const discount = findDiscount(world, id, false);
  if (discount === undefined) return discountPayload(false, null, [doesNotExist(false)]);
  deactivateDiscount(world, discount);
  return discountPayload(false, discount);
}
