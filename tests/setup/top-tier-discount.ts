import type { App } from "../../app/use-cases/app.ts";
import { saveDiscount } from "../../app/use-cases/publishing/discounts/save-discount.ts";
import { topTierDiscountFrom } from "../../scripts/demo/top-tier-discount.ts";

/** 10 % for the top tier, since before the test's shops stand. */
export const topTierDiscount = topTierDiscountFrom("2026-06-01");

/** As a merchant saves it. Given once publishing is on. */
export async function giveTopTierDiscount(app: App, shop: string): Promise<void> {
  const result = await saveDiscount(app, shop, topTierDiscount);
  if (result.kind !== "saved") throw new Error(JSON.stringify(result));
}
