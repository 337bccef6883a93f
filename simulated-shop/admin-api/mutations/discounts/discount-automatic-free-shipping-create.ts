import type { RequestContext } from "../../field-resolver.ts";
import { createDiscountAs } from "./create-discount-as.ts";
import type { DiscountInput } from "./discount-input.ts";
import { AUTOMATIC_FREE_SHIPPING } from "./discount-kind.ts";

/** `discountAutomaticFreeShippingCreate`. */
export function discountAutomaticFreeShippingCreate(
  _root: unknown,
  { freeShippingAutomaticDiscount: input }: { freeShippingAutomaticDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return createDiscountAs(AUTOMATIC_FREE_SHIPPING, shop.world, input);
}
