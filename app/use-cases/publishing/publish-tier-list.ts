import { createHash } from "node:crypto";
import { updateShop } from "../../persistence/shops.ts";
import { deleteTierList, setTierList } from "../../shopify/tier-list-field.ts";
import type { PublishingAll } from "./publishing.ts";

/**
 * The ladder with the merchant's own words, once for the shop: customers' fields name tiers by their keys only, so that
 * a renamed tier or another benefit is one write instead of one per customer.
 */
export async function publishTierList({ app, shop, program, admin }: PublishingAll): Promise<void> {
  const list = program.definition.tiers.map(({ key, name, colour, benefits }) => ({
    key,
    name,
    colour,
    benefits,
  }));
  const wanted = shop.publishMetafields ? JSON.stringify(list) : null;
  const tierListHash = wanted === null ? null : createHash("md5").update(wanted).digest("hex");
  if (tierListHash === shop.tierListHash) return;
  if (wanted === null) await deleteTierList(admin);
  else await setTierList(admin, wanted);
  await updateShop(app.db, shop.shop, { tierListHash });
}
