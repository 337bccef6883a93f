import type { RequestContext } from "../../field-resolver.ts";
import type { BulkSelector } from "./select-discounts.ts";
import { activateDiscount } from "./switch-discount.ts";
import { changeSelectedCodeDiscounts } from "./change-selected-discounts.ts";

/** `discountCodeBulkActivate`. */
export function discountCodeBulkActivate(
  _root: unknown,
  selector: BulkSelector,
  context: RequestContext,
) {
  return changeSelectedCodeDiscounts(selector, context, activateDiscount);
}
