import type { RequestContext } from "../../field-resolver.ts";
import type { DiscountInput } from "./discount-input.ts";
import { AUTOMATIC_BXGY } from "./discount-kind.ts";
import { updateDiscountAs } from "./update-discount-as.ts";

/** `discountAutomaticBxgyUpdate`. */
export function discountAutomaticBxgyUpdate(
  _root: unknown,
  { id, automaticBxgyDiscount: input }: { id: string; automaticBxgyDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return updateDiscountAs(AUTOMATIC_BXGY, shop.world, id, input);
}
