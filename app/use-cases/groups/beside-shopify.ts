import { findShopifyGroup } from "../../persistence/shopify-groups.ts";
import { groupByShopifysRules, groupPresets } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";

/** Why Shopify's group of a customer is not ours. */
export type DifferenceReason =
  /** With our scores Shopify's rules say the same: only the groups are cut and named otherwise. */
  | { kind: "same-scores" }
  /** Shopify scores this customer otherwise: by its rules our scores would be in this group. */
  | { kind: "other-scores"; byOurScores: string }
  /** Shopify has the customer without orders, or we have none that counts. */
  | { kind: "not-ranked" };

export interface BesideShopify {
  /** Names as the report of Shopify has them. */
  shopifyGroup: string;
  ourGroup: string | null;
  reason: DifferenceReason;
}

/** The group Shopify itself puts a customer into, and why ours is another; null where it was not read. */
export async function readBesideShopify(
  app: App,
  shop: string,
  customerId: string,
): Promise<BesideShopify | null> {
  if (!/^\d{1,18}$/.test(customerId)) return null;
  const found = await findShopifyGroup(app.db, shop, BigInt(customerId));
  if (found === null) return null;
  const { definition, groups } = await readLiveProgram(app, await requireShop(app, shop));
  return {
    shopifyGroup: nameOfShopifyGroup(found.shopifyGroup),
    ourGroup: groups.find(({ key }) => key === found.group)?.name ?? found.group,
    reason: reasonOf(found, definition.levels ?? 5),
  };
}

export function reasonOf(
  scores: { shopifyGroup: string; recency: number; frequency: number; monetary: number },
  levels: number,
): DifferenceReason {
  if (scores.recency === 0 || scores.shopifyGroup === "prospects") return { kind: "not-ranked" };
  const byOurs = groupByShopifysRules(scores, levels);
  if (byOurs === scores.shopifyGroup || byOurs === null) return { kind: "same-scores" };
  return { kind: "other-scores", byOurScores: nameOfShopifyGroup(byOurs) };
}

/** "At risk" for at-risk. Prospects have no scores, so no rule of ours makes them. */
export function nameOfShopifyGroup(key: string): string {
  const known = groupPresets["shopify-11"].groups.find((group) => group.key === key);
  if (known !== undefined) return known.name;
  const words = key.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
