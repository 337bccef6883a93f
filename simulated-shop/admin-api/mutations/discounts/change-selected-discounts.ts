import type { Discount } from "../../../world/discount.ts";
import { startJob } from "../../../world/job.ts";
import type { World } from "../../../world/world.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { selectDiscounts, type BulkSelector } from "./select-discounts.ts";

/** What the bulk mutations of code discounts have in common: all or none, done at once, answered as a job. */
export function changeSelectedCodeDiscounts(
  selector: BulkSelector,
  context: RequestContext,
  change: (world: World, discount: Discount) => void,
) {
  const selection = selectDiscounts(selector, false, context);
  if ("error" in selection) return { job: null, userErrors: [selection.error] };
  const { world } = context.shop;
  for (const discount of selection.discounts) change(world, discount);
  return { job: startJob(world), userErrors: [] };
}
