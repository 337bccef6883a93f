import type { RequestContext } from "../../field-resolver.ts";
import type { DiscountInput } from "./discount-input.ts";
import { CODE_BXGY } from "./discount-kind.ts";
import { updateDiscountAs } from "./update-discount-as.ts";

/** `discountCodeBxgyUpdate`. */
export function discountCodeBxgyUpdate(
  _root: unknown,
  { id, bxgyCodeDiscount: input }: { id: string; bxgyCodeDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return updateDiscountAs(CODE_BXGY, shop.world, id, input);
}
