import type { RequestContext } from "../../field-resolver.ts";
import { createDiscountAs } from "./create-discount-as.ts";
import type { DiscountInput } from "./discount-input.ts";
import { CODE_FREE_SHIPPING } from "./discount-kind.ts";

/** `discountCodeFreeShippingCreate`. */
export function discountCodeFreeShippingCreate(
  _root: unknown,
  { freeShippingCodeDiscount: input }: { freeShippingCodeDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return createDiscountAs(CODE_FREE_SHIPPING, shop.world, input);
}
