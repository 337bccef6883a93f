import type { RequestContext } from "../../field-resolver.ts";
import { createDiscountAs } from "./create-discount-as.ts";
import type { DiscountInput } from "./discount-input.ts";
import { CODE_BASIC } from "./discount-kind.ts";

/** `discountCodeBasicCreate`. */
export function discountCodeBasicCreate(
  _root: unknown,
  { basicCodeDiscount: input }: { basicCodeDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return createDiscountAs(CODE_BASIC, shop.world, input);
}
