import type { RequestContext } from "../../field-resolver.ts";
import type { DiscountInput } from "./discount-input.ts";
import { CODE_FREE_SHIPPING } from "./discount-kind.ts";
import { updateDiscountAs } from "./update-discount-as.ts";

/** `discountCodeFreeShippingUpdate`. */
export function discountCodeFreeShippingUpdate(
  _root: unknown,
  { id, freeShippingCodeDiscount: input }: { id: string; freeShippingCodeDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return updateDiscountAs(CODE_FREE_SHIPPING, shop.world, id, input);
}
