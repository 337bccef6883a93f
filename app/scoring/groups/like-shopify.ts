import { shopifyEleven } from "./shopify-eleven.ts";
import { groupOfCase } from "./group-of-case.ts";

/**
 * The group that the rules of Shopify's own RFM report give to scores among `levels`: a key of `shopifyEleven`. What
 * Shopify itself says of the customer differs where it scores otherwise.
 */
export function groupByShopifysRules(
  scores: { recency: number; frequency: number; monetary: number },
  levels: number,
): string | null {
  const index = groupOfCase(shopifyEleven, levels, { ...scores, hasOneOrder: false });
  return shopifyEleven.groups[index]?.key ?? null;
}
