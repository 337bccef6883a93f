import type { Metafield } from "./metafield.ts";

/** Who may use a discount. */
export type DiscountContext =
  | { readonly kind: "all" }
  | { readonly kind: "customer-segments"; readonly segmentIds: readonly number[] }
  | { readonly kind: "customers"; readonly customerIds: readonly number[] };

/** What a discount is about. */
export type DiscountItems =
  | { readonly kind: "all" }
  | { readonly kind: "collections"; readonly collectionIds: readonly number[] }
  | {
      readonly kind: "products";
      readonly productIds: readonly number[];
      readonly variantIds: readonly number[];
    };

export type DiscountValue =
  | { readonly kind: "percentage"; /** 0 to 1 */ readonly fraction: number }
  | { readonly kind: "amount"; readonly amountMinor: number; readonly appliesOnEachItem: boolean };

export type DiscountMinimum =
  | { readonly kind: "subtotal"; readonly amountMinor: number }
  | { readonly kind: "quantity"; readonly quantity: number };

/** Where free shipping goes: everywhere, or to some countries. */
export type DiscountDestination =
  | { readonly kind: "all" }
  | {
      readonly kind: "countries";
      readonly countryCodes: readonly string[];
      readonly includesRestOfWorld: boolean;
    };

export type BasicRule = {
  readonly kind: "basic";
  readonly value: DiscountValue;
  readonly items: DiscountItems;
  /** null: no minimum. */
  readonly minimum: DiscountMinimum | null;
};

export type FreeShippingRule = {
  readonly kind: "free-shipping";
  readonly destination: DiscountDestination;
  /** Rates above this are not free; null: all are. */
  readonly maximumShippingMinor: number | null;
  readonly minimum: DiscountMinimum | null;
};

/** Buy some, get some others off. */
export type BxgyRule = {
  readonly kind: "bxgy";
  readonly buysItems: DiscountItems;
  readonly buys: DiscountMinimum;
  readonly getsItems: DiscountItems;
  readonly getsQuantity: number;
  /** Off each piece got; 1 is free. */
  readonly effect: DiscountValue;
  readonly usesPerOrderLimit: number | null;
};

export type DiscountRule = BasicRule | FreeShippingRule | BxgyRule;

export type RedeemCode = {
  readonly gidType: "DiscountRedeemCode";
  readonly id: number;
  code: string;
  usageCount: number;
};

/** A discount with codes, or one that applies by itself. Its status follows from its dates and the clock. */
export type Discount = {
  readonly gidType: "DiscountAutomaticNode" | "DiscountCodeNode";
  readonly id: number;
  title: string;
  rule: DiscountRule;
  startsAtMs: number;
  endsAtMs: number | null;
  context: DiscountContext;
  combinesWith: DiscountCombinations;
  appliesOnOneTimePurchase: boolean;
  appliesOnSubscription: boolean;
  recurringCycleLimit: number | null;
  /** Of code discounts: redemptions in all; null: no limit. */
  usageLimit: number | null;
  appliesOncePerCustomer: boolean;
  /** Empty for automatic discounts. */
  codes: RedeemCode[];
  usageCount: number;
  /** Customers' ids, or guests' e-mails, that used it. */
  readonly redeemers: Set<number | string>;
  tags: readonly string[];
  readonly createdAtMs: number;
  updatedAtMs: number;
  metafields: Metafield[];
};

export type DiscountCombinations = {
  readonly orderDiscounts: boolean;
  readonly productDiscounts: boolean;
  readonly shippingDiscounts: boolean;
};

export type DiscountStatus = "ACTIVE" | "EXPIRED" | "SCHEDULED";
export type DiscountClass = "ORDER" | "PRODUCT" | "SHIPPING";

/** Status by date: before its start SCHEDULED, from its end on EXPIRED. */
export function discountStatusAt(discount: Discount, momentMs: number): DiscountStatus {
  if (discount.endsAtMs !== null && discount.endsAtMs <= momentMs) return "EXPIRED";
  return discount.startsAtMs > momentMs ? "SCHEDULED" : "ACTIVE";
}

export function isAutomatic({ gidType }: Discount): boolean {
  return gidType === "DiscountAutomaticNode";
}

/** What a discount takes its money off: the whole order, some products, or the shipping. */
export function discountClassOf({ rule }: Pick<Discount, "rule">): DiscountClass {
  if (rule.kind === "free-shipping") return "SHIPPING";
  return rule.kind === "basic" && rule.items.kind === "all" ? "ORDER" : "PRODUCT";
}
