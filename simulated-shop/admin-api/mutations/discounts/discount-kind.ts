import type { Discount, DiscountRule } from "../../../world/discount.ts";

/** One of the six kinds of discount, as a create or update mutation names it. */
export type DiscountKind = {
  /** The mutation's input argument: what userErrors' fields begin with. */
  readonly root: string;
  readonly rule: DiscountRule["kind"];
  readonly isAutomatic: boolean;
};

export const CODE_BASIC: DiscountKind = {
  root: "basicCodeDiscount",
  rule: "basic",
  isAutomatic: false,
};
export const CODE_FREE_SHIPPING: DiscountKind = {
  root: "freeShippingCodeDiscount",
  rule: "free-shipping",
  isAutomatic: false,
};
export const CODE_BXGY: DiscountKind = {
  root: "bxgyCodeDiscount",
  rule: "bxgy",
  isAutomatic: false,
};
export const AUTOMATIC_BASIC: DiscountKind = {
  root: "automaticBasicDiscount",
  rule: "basic",
  isAutomatic: true,
};
export const AUTOMATIC_FREE_SHIPPING: DiscountKind = {
  root: "freeShippingAutomaticDiscount",
  rule: "free-shipping",
  isAutomatic: true,
};
export const AUTOMATIC_BXGY: DiscountKind = {
  root: "automaticBxgyDiscount",
  rule: "bxgy",
  isAutomatic: true,
};

/** A mutation's payload: the node under the name its kind has, or null with what is wrong. */
export function discountPayload(
  isAutomatic: boolean,
  discount: Discount | null,
  userErrors: readonly object[] = [],
): Readonly<Record<string, unknown>> {
  return { [isAutomatic ? "automaticDiscountNode" : "codeDiscountNode"]: discount, userErrors };
}
