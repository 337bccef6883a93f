import type { Cart } from "./checkout-cart.ts";
import { chooseDiscounts } from "./choose-discounts.ts";
import { isAutomatic, type Discount } from "./discount.ts";
import { findDiscountByCode } from "./discount-actions.ts";
import { redeemerOf, whyIneligible, type Ineligibility } from "./discount-eligibility.ts";
import type { Candidate, DiscountedCart } from "./discounted-cart.ts";
import type { Order } from "./order.ts";
import { placeOrder, type OrderPlacement } from "./place-order.ts";
import type { World } from "./world.ts";

export type CheckoutOutcome =
  | {
      readonly kind: "placed";
      readonly order: Order;
      /** Codes that were valid and gave way to better discounts they cannot stand beside. */
      readonly unusedCodes: readonly string[];
    }
  | {
      readonly kind: "refused";
      readonly code: string;
      readonly reason: Ineligibility;
      readonly message: string;
    };

export type CheckoutWishes = {
  readonly discountCodes?: readonly string[];
} & Pick<OrderPlacement, "test" | "financialStatus" | "tags" | "sourceName" | "presentment">;

const MESSAGES: Readonly<Record<Ineligibility, string>> = {
  DISCOUNT_NOT_FOUND: "Enter a valid discount code",
  DISCOUNT_CURRENTLY_INACTIVE: "discount code isn't available right now",
  DISCOUNT_CUSTOMER_NOT_ELIGIBLE: "discount code isn't available to you right now",
  DISCOUNT_ELIGIBLE_CUSTOMER_MISSING: "discount code isn't available to you right now",
  DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED: "discount code was already used by you",
  DISCOUNT_USAGE_LIMIT_REACHED: "discount code has reached its usage limit",
  DISCOUNT_NO_ENTITLED_LINE_ITEMS: "discount code isn't valid for the items in your cart",
  DISCOUNT_NO_ENTITLED_SHIPPING_LINES: "discount code isn't valid for your shipping method",
  DISCOUNT_PURCHASE_NOT_IN_RANGE: "discount code isn't valid: the minimum purchase is not reached",
  DISCOUNT_QUANTITY_NOT_IN_RANGE: "discount code isn't valid: the minimum quantity is not reached",
};

/**
 * Somebody buys a cart: codes must apply or the checkout is refused, automatic discounts apply where they can, and of
 * discounts that cannot stand together the best set wins. The order remembers them, the discounts count the redemption.
 */
export function checkOut(
  world: World,
  cart: Cart,
  { discountCodes = [], ...placement }: CheckoutWishes = {},
): CheckoutOutcome {
  const withCode: Candidate[] = [];
  for (const typed of discountCodes) {
    const code = typed.trim();
    const discount = findDiscountByCode(world, code);
    const reason =
      discount === undefined ? "DISCOUNT_NOT_FOUND" : whyIneligible(world, discount, cart);
    if (reason !== null || discount === undefined) {
      const why = reason ?? "DISCOUNT_NOT_FOUND";
      const message = why === "DISCOUNT_NOT_FOUND" ? MESSAGES[why] : `${code} ${MESSAGES[why]}`;
      return { kind: "refused", code, reason: why, message };
    }
    if (!withCode.some((other) => other.discount === discount)) withCode.push({ discount, code });
  }
  const automatic = [...world.discounts.values()]
    .filter((discount) => isAutomatic(discount) && whyIneligible(world, discount, cart) === null)
    .map((discount): Candidate => ({ discount, code: null }));
  const chosen = chooseDiscounts(cart, [...withCode, ...automatic]);
  const order = placeOrder(world, { ...placement, ...placementOf(cart, chosen) });
  for (const { discount, code } of chosen.candidates) redeem(discount, code, cart);
  world.revision += 1;
  const used = new Set(chosen.candidates.map(({ code }) => code));
  return {
    kind: "placed",
    order,
    unusedCodes: withCode.flatMap(({ code }) => (code !== null && !used.has(code) ? [code] : [])),
  };
}

function placementOf(cart: Cart, chosen: DiscountedCart): OrderPlacement {
  return {
    customer: cart.customer,
    email: cart.email,
    countryCode: cart.countryCode,
    lineItems: cart.lines.map((line, index) => {
      const allocations = chosen.allocations[index] ?? [];
      return {
        ...line,
        discountMinor: chosen.lineDiscountsMinor[index] ?? 0,
        ...(allocations.length > 0 && { rare: { allocations } }),
      };
    }),
    shippingMinor: cart.shippingMinor,
    shippingDiscountMinor: chosen.shippingDiscountMinor,
    discountMinor: chosen.orderDiscountMinor,
    discountCodes: chosen.candidates.flatMap(({ code }) => (code === null ? [] : [code])),
    appliedDiscounts: chosen.applied,
  };
}

function redeem(discount: Discount, code: string | null, cart: Cart): void {
  discount.usageCount += 1;
  const redeemer = redeemerOf(cart);
  if (redeemer !== null) discount.redeemers.add(redeemer);
  const used = discount.codes.find((known) => known.code.toLowerCase() === code?.toLowerCase());
  if (used !== undefined) used.usageCount += 1;
}
