import type { Order } from "../../world/order.ts";
import { refundedShippingMinorOf } from "../../world/order-amounts.ts";
import type { World } from "../../world/world.ts";
import { moneyBag } from "./money-bag.ts";
import { taxLineView } from "./tax-line.ts";

/** An order's one `ShippingLine`, read by property; null when nothing was asked for the shipping. */
export function shippingLineView(world: World, order: Order) {
  const discountMinor = order.rare?.shippingDiscountMinor ?? 0;
  const priceMinor = order.shippingMinor + discountMinor;
  if (priceMinor === 0 && order.rare?.shippingTitle === undefined) return null;
  const title = order.rare?.shippingTitle ?? "Standard";
  return {
    id: `gid://shopify/ShippingLine/${order.firstLineItemId}`,
    title,
    code: title,
    custom: false,
    isRemoved: false,
    originalPriceSet: moneyBag(world, order, priceMinor),
    discountedPriceSet: moneyBag(world, order, order.shippingMinor),
    currentDiscountedPriceSet: moneyBag(
      world,
      order,
      order.shippingMinor - refundedShippingMinorOf(order),
    ),
    taxLines: (order.rare?.shippingTaxLines ?? []).map((line) => taxLineView(world, order, line)),
  };
}
