import type { RequestContext } from "../../field-resolver.ts";
import { discountPayload } from "./discount-kind.ts";
import { doesNotExist, findDiscount } from "./find-discount.ts";
import { deactivateDiscount } from "./switch-discount.ts";

/** `discountAutomaticDeactivate`: ends now. */
export function discountAutomaticDeactivate(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  const discount = findDiscount(world, id, true);
  if (discount === undefined) return discountPayload(true, null, [doesNotExist(true)]);
  deactivateDiscount(world, discount);
  return discountPayload(true, discount);
}
