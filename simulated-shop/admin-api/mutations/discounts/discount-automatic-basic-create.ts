import type { RequestContext } from "../../field-resolver.ts";
import { createDiscountAs } from "./create-discount-as.ts";
import type { DiscountInput } from "./discount-input.ts";
import { AUTOMATIC_BASIC } from "./discount-kind.ts";

/** `discountAutomaticBasicCreate`. */
export function discountAutomaticBasicCreate(
  _root: unknown,
  { automaticBasicDiscount: input }: { automaticBasicDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return createDiscountAs(AUTOMATIC_BASIC, shop.world, input);
}
