import { listBulkWrites } from "../../persistence/bulk-writes.ts";
import { countOutstanding } from "../../persistence/publication-wishes.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { CallBudget } from "../../shopify/call-budget.ts";
import type { App } from "../app.ts";
import { estimateWrites, type WriteEstimate } from "./plan/estimate-writes.ts";
import { publishedFamiliesOf } from "./published-families.ts";

/** What bringing all customers in step still takes, as the planner would go about it now. Looks at everybody. */
export async function estimatePublication(app: App, shop: Shop): Promise<WriteEstimate> {
  const outstanding = await countOutstanding(app.db, shop.shop, publishedFamiliesOf(shop));
  const underWay = await listBulkWrites(app.db, shop.shop);
  const means = { budget: notedBudgetOf(shop), linesPerSecond: shop.bulkLinesPerSecond };
  return estimateWrites(outstanding, underWay, means);
}

/** As of the worker's last note; null before the first. */
export function notedBudgetOf(shop: Shop): CallBudget | null {
  const { apiBudgetAvailable, apiBudgetMaximum, apiBudgetRestoreRate } = shop;
  if (apiBudgetAvailable === null || apiBudgetMaximum === null || apiBudgetRestoreRate === null)
    return null;
  return {
    availablePoints: apiBudgetAvailable,
    maximumPoints: apiBudgetMaximum,
    restorePointsPerSecond: apiBudgetRestoreRate,
  };
}
