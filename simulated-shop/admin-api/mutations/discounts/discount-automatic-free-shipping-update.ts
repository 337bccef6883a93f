import type { RequestContext } from "../../field-resolver.ts";
import type { DiscountInput } from "./discount-input.ts";
import { AUTOMATIC_FREE_SHIPPING } from "./discount-kind.ts";
import { updateDiscountAs } from "./update-discount-as.ts";

/** `discountAutomaticFreeShippingUpdate`. */
export function discountAutomaticFreeShippingUpdate(
  _root: unknown,
  {
    id,
    freeShippingAutomaticDiscount: input,
  }: { id: string; freeShippingAutomaticDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return updateDiscountAs(AUTOMATIC_FREE_SHIPPING, shop.world, id, input);
}
