import type { RequestContext } from "../../field-resolver.ts";
import type { DiscountInput } from "./discount-input.ts";
import { AUTOMATIC_BASIC } from "./discount-kind.ts";
import { updateDiscountAs } from "./update-discount-as.ts";

/** `discountAutomaticBasicUpdate`. */
export function discountAutomaticBasicUpdate(
  _root: unknown,
  { id, automaticBasicDiscount: input }: { id: string; automaticBasicDiscount: DiscountInput },
  { shop }: RequestContext,
) {
  return updateDiscountAs(AUTOMATIC_BASIC, shop.world, id, input);
}
