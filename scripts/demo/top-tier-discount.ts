import type { DiscountForm } from "../../app/use-cases/publishing/discounts/save-discount.ts";

/** 10 % for the top tier from a date on. Made once, however often it is sent. */
export function topTierDiscountFrom(startsOn: string): DiscountForm {
  return {
    id: "0e5a1d5c-7e1c-4c9b-9a43-6d2f3c1b7a10",
    family: "tier",
    labelKey: "core",
    terms: {
      title: "Core: 10% off",
      method: { kind: "automatic" },
      offer: { kind: "percentage", percent: 10, items: { kind: "all" } },
      minimum: null,
      startsOn,
      endsOn: null,
      usageLimit: null,
      oncePerCustomer: false,
      combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
    },
  };
}
