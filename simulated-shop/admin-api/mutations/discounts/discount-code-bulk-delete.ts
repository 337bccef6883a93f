import { deleteDiscount } from "../../../world/discount-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import type { BulkSelector } from "./select-discounts.ts";
import { changeSelectedCodeDiscounts } from "./change-selected-discounts.ts";

/** `discountCodeBulkDelete`. */
export function discountCodeBulkDelete(
  _root: unknown,
  selector: BulkSelector,
  context: RequestContext,
) {
  return changeSelectedCodeDiscounts(selector, context, deleteDiscount);
}
