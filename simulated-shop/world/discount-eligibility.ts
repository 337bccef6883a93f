import { quantityOf, subtotalMinorOf, type Cart } from "./checkout-cart.ts";
import {
  discountStatusAt,
  type Discount,
  type DiscountItems,
  type DiscountMinimum,
} from "./discount.ts";
import type { World } from "./world.ts";

/** Why a discount does not apply, by the names Shopify's carts use for it. */
export type Ineligibility =
  | "DISCOUNT_NOT_FOUND"
  | "DISCOUNT_CURRENTLY_INACTIVE"
  | "DISCOUNT_CUSTOMER_NOT_ELIGIBLE"
  | "DISCOUNT_ELIGIBLE_CUSTOMER_MISSING"
  | "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED"
  | "DISCOUNT_USAGE_LIMIT_REACHED"
  | "DISCOUNT_NO_ENTITLED_LINE_ITEMS"
  | "DISCOUNT_NO_ENTITLED_SHIPPING_LINES"
  | "DISCOUNT_PURCHASE_NOT_IN_RANGE"
  | "DISCOUNT_QUANTITY_NOT_IN_RANGE";

/** null when the discount applies to the cart, else why not. */
export function whyIneligible(world: World, discount: Discount, cart: Cart): Ineligibility | null {
  if (discountStatusAt(discount, world.clock.nowMs()) !== "ACTIVE")
    return "DISCOUNT_CURRENTLY_INACTIVE";
  if (discount.usageLimit !== null && discount.usageCount >= discount.usageLimit)
    return "DISCOUNT_USAGE_LIMIT_REACHED";
  return (
    whyNotThisCustomer(world, discount, cart) ??
    (discount.appliesOnOneTimePurchase ? null : "DISCOUNT_NO_ENTITLED_LINE_ITEMS") ??
    whyNotThisCart(discount, cart)
  );
}

/** How a discount remembers who used it: by customer, or by e-mail for guests. */
export function redeemerOf({ customer, email }: Cart): number | string | null {
  return customer?.id ?? (email === "" ? null : email.toLowerCase());
}

function whyNotThisCustomer(
  world: World,
  { context, appliesOncePerCustomer, redeemers }: Discount,
  cart: Cart,
): Ineligibility | null {
  const { customer, isMember } = cart;
  const redeemer = redeemerOf(cart);
  if (appliesOncePerCustomer && redeemer !== null && redeemers.has(redeemer))
    return "DISCOUNT_CUSTOMER_USAGE_LIMIT_REACHED";
  if (context.kind === "all") return null;
  if (customer === null) return "DISCOUNT_ELIGIBLE_CUSTOMER_MISSING";
  const isEligible =
    context.kind === "customers"
      ? context.customerIds.includes(customer.id)
      : context.segmentIds.some((id) => {
          const segment = world.segments.get(id);
          return segment !== undefined && isMember(customer, segment);
        });
  return isEligible ? null : "DISCOUNT_CUSTOMER_NOT_ELIGIBLE";
}

function whyNotThisCart({ rule }: Discount, cart: Cart): Ineligibility | null {
  switch (rule.kind) {
    case "basic":
      if (quantityOf(cart, rule.items) === 0) return "DISCOUNT_NO_ENTITLED_LINE_ITEMS";
      return whyBelow(rule.minimum, cart, rule.items);
    case "free-shipping": {
      const { destination, maximumShippingMinor, minimum } = rule;
      const reaches =
        destination.kind === "all" ||
        destination.includesRestOfWorld ||
        destination.countryCodes.includes(cart.countryCode);
      const isCheapEnough =
        maximumShippingMinor === null || cart.shippingMinor <= maximumShippingMinor;
      if (!reaches || !isCheapEnough || cart.shippingMinor === 0)
        return "DISCOUNT_NO_ENTITLED_SHIPPING_LINES";
      return whyBelow(minimum, cart);
    }
    case "bxgy":
      if (quantityOf(cart, rule.getsItems) === 0) return "DISCOUNT_NO_ENTITLED_LINE_ITEMS";
      return whyBelow(rule.buys, cart, rule.buysItems);
  }
}

function whyBelow(
  minimum: DiscountMinimum | null,
  cart: Cart,
  items?: DiscountItems,
): Ineligibility | null {
  if (minimum?.kind === "subtotal" && subtotalMinorOf(cart, items) < minimum.amountMinor)
    return "DISCOUNT_PURCHASE_NOT_IN_RANGE";
  if (minimum?.kind === "quantity" && quantityOf(cart, items) < minimum.quantity)
    return "DISCOUNT_QUANTITY_NOT_IN_RANGE";
  return null;
}
