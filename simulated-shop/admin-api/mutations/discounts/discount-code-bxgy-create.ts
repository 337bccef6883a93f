import type { RequestContext } from "../../field-resolver.ts";
import { createDiscountAs } from "./create-discount-as.ts";
import type { DiscountInput } from "./discount-input.ts";
import { CODE_BXGY } from "./discount-kind.ts";

/** `discountCodeBxgyCreate`. */
export function discountCodeBxgyCreate(
  _root: unknown,
  { bxgyCodeDiscount: input }: { bxgyCodeDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return createDiscountAs(CODE_BXGY, shop.world, input);
}
