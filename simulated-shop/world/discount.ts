import type { Metafield } from "./metafield.ts";

/** Who may use a discount. */
export type DiscountContext =
  | { readonly kind: "all" }
  | { readonly kind: "customer-segments"; readonly segmentIds: readonly number[] }
  | { readonly kind: "customers"; readonly customerIds: readonly number[] };

export type DiscountValue =
  | { readonly kind: "percentage"; /** 0 to 1 */ readonly fraction: number }
  | { readonly kind: "amount"; readonly amountMinor: number; readonly appliesOnEachItem: boolean };

/** A discount that applies by itself at the checkout. Its status follows from its dates and the clock. */
export type AutomaticBasicDiscount = {
  readonly gidType: "DiscountAutomaticNode";
  readonly kind: "automatic-basic";
  readonly id: number;
  title: string;
  startsAtMs: number;
  endsAtMs: number | null;
  value: DiscountValue;
  context: DiscountContext;
  combinesWith: { orderDiscounts: boolean; productDiscounts: boolean; shippingDiscounts: boolean };
  /** null: no minimum. */
  minimum:
    | { readonly kind: "subtotal"; readonly amountMinor: number }
    | { readonly kind: "quantity"; readonly quantity: number }
    | null;
  tags: readonly string[];
  readonly createdAtMs: number;
  updatedAtMs: number;
  metafields: Metafield[];
};

/** One kind so far; code discounts join this union. */
export type Discount = AutomaticBasicDiscount;

export type DiscountStatus = "ACTIVE" | "EXPIRED" | "SCHEDULED";

/** Status by date: before its start SCHEDULED, from its end on EXPIRED. */
export function discountStatusAt(discount: Discount, momentMs: number): DiscountStatus {
  if (discount.endsAtMs !== null && discount.endsAtMs <= momentMs) return "EXPIRED";
  return discount.startsAtMs > momentMs ? "SCHEDULED" : "ACTIVE";
}
