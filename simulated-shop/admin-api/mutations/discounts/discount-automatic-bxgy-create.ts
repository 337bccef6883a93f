import type { RequestContext } from "../../field-resolver.ts";
import { createDiscountAs } from "./create-discount-as.ts";
import type { DiscountInput } from "./discount-input.ts";
import { AUTOMATIC_BXGY } from "./discount-kind.ts";

/** `discountAutomaticBxgyCreate`. */
export function discountAutomaticBxgyCreate(
  _root: unknown,
  { automaticBxgyDiscount: input }: { automaticBxgyDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return createDiscountAs(AUTOMATIC_BXGY, shop.world, input);
}
