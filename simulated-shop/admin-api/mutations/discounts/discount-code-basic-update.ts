import type { RequestContext } from "../../field-resolver.ts";
import type { DiscountInput } from "./discount-input.ts";
import { CODE_BASIC } from "./discount-kind.ts";
import { updateDiscountAs } from "./update-discount-as.ts";

/** `discountCodeBasicUpdate`. */
export function discountCodeBasicUpdate(
  _root: unknown,
  { id, basicCodeDiscount: input }: { id: string; basicCodeDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return updateDiscountAs(CODE_BASIC, shop.world, id, input);
}
