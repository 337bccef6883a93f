import { startJob } from "../../../world/job.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { selectDiscounts, type BulkSelector } from "./select-discounts.ts";
import { deactivateDiscount } from "./switch-discount.ts";

/** `discountCodeBulkDeactivate`: done at once, answered as a job. */
export function discountCodeBulkDeactivate(
  _root: unknown,
  selector: BulkSelector,
  context: RequestContext,
) {
  const selection = selectDiscounts(selector, false, context);
  if ("error" in selection) return { job: null, userErrors: [selection.error] };
  const { world } = context.shop;
  for (const discount of selection.discounts) deactivateDiscount(world, discount);
  return { job: startJob(world), userErrors: [] };
}
