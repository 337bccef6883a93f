import type { RequestContext } from "../../field-resolver.ts";
import type { BulkSelector } from "./select-discounts.ts";
import { changeSelectedCodeDiscounts } from "./change-selected-discounts.ts";
import { deactivateDiscount } from "./switch-discount.ts";

/** `discountCodeBulkDeactivate`. */
export function discountCodeBulkDeactivate(
  _root: unknown,
  selector: BulkSelector,
  context: RequestContext,
) {
  return changeSelectedCodeDiscounts(selector, context, deactivateDiscount);
}
