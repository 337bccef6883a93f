import type { App } from "../../app/use-cases/app.ts";
import {
  saveDiscount,
  type DiscountForm,
} from "../../app/use-cases/publishing/discounts/save-discount.ts";

/** 10 % for the top tier, since before the test's shops stand. */
export const topTierDiscount: DiscountForm = {
  id: "0e5a1d5c-7e1c-4c9b-9a43-6d2f3c1b7a10",
  family: "tier",
  labelKey: "core",
  terms: {
    title: "Core: 10% off",
    method: { kind: "automatic" },
    offer: { kind: "percentage", percent: 10, items: { kind: "all" } },
    minimum: null,
    startsOn: "2026-06-01",
    endsOn: null,
    usageLimit: null,
    oncePerCustomer: false,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
  },
};

/** As a merchant saves it. Given once publishing is on. */
export async function giveTopTierDiscount(app: App, shop: string): Promise<void> {
  const result = await saveDiscount(app, shop, topTierDiscount);
  if (result.kind !== "saved") throw new Error(JSON.stringify(result));
}
