import {
  changeDiscount,
  confirmDiscount,
  listDiscountsInShopify,
  noteRedemptions,
} from "../../../persistence/discounts.ts";
import type { AdminClient } from "../../../shopify/admin-client.ts";
import { readDiscount } from "../../../shopify/discounts/discounts.ts";
import type { App } from "../../app.ts";

/** Looks at every discount of ours: how often it was used, and whether somebody deleted it in Shopify. */
export async function noticeDiscounts(app: App, shop: string, admin: AdminClient): Promise<void> {
  for (const { id, shopifyId, redemptions } of await listDiscountsInShopify(app.db, shop)) {
    if (shopifyId === null) continue;
    const held = await readDiscount(admin, shopifyId);
    if (held === null) {
      await confirmDiscount(app.db, shop, id, null);
      const ended = { state: "ended", endReason: "gone-in-shopify" };
      await changeDiscount(app.db, shop, id, ended, new Date());
    } else if (held.redemptions !== redemptions) {
      await noteRedemptions(app.db, shop, id, held.redemptions);
    }
  }
}
