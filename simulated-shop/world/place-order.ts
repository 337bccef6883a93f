import { addOrder } from "./add-order.ts";
import { announcePurchases } from "./announce-purchases.ts";
import type { AppliedDiscount } from "./applied-discount.ts";
import type { Customer } from "./customer.ts";
import type { LineItem, Order } from "./order.ts";
import type { Presentment } from "./presentment.ts";
import type { RareOrderFacts } from "./rare-order-facts.ts";
import { newActionId, type World } from "./world.ts";

export type OrderPlacement = {
  /** null for a guest. */
  customer: Customer | null;
  /** A guest's e-mail; a customer's own is taken when left out. */
  email?: string;
  lineItems: readonly LineItem[];
  shippingMinor?: number;
  /** Off the shipping. */
  shippingDiscountMinor?: number;
  /** Off the whole order, in minor units; lines carry their own discounts as well. */
  discountMinor?: number;
  discountCodes?: readonly string[];
  appliedDiscounts?: readonly AppliedDiscount[];
  /** The currency the customer pays in; the shop's when left out. */
  presentment?: Presentment;
  test?: boolean;
  financialStatus?: "paid" | "pending" | "authorized";
  tags?: readonly string[];
  sourceName?: string;
  countryCode?: string;
};

/**
 * A customer or guest buys something now. Prices contain tax. Emits order-created and, when paid, order-paid; discounts
 * come from whoever calls, checkout.ts finds them.
 */
export function placeOrder(world: World, placement: OrderPlacement): Order {
  if (placement.lineItems.length === 0)
    throw new RangeError("An order needs at least one line item.");
  const orderDiscountMinor = placement.discountMinor ?? 0;
  const shippingDiscountMinor = placement.shippingDiscountMinor ?? 0;
  const shippingMinor = (placement.shippingMinor ?? 0) - shippingDiscountMinor;
  const lineDiscountsMinor = placement.lineItems.reduce((sum, line) => sum + line.discountMinor, 0);
  const linesMinor = placement.lineItems.reduce(
    (sum, line) => sum + line.quantity * line.unitPriceMinor - line.discountMinor,
    0,
  );
  if (orderDiscountMinor > linesMinor)
    throw new RangeError("The discount is larger than what it is taken from.");
  const subtotalMinor = linesMinor - orderDiscountMinor;

  const order = addOrder(world, {
    customer: placement.customer,
    email: placement.email ?? placement.customer?.email ?? "",
    createdAtMs: world.changeTimes.next(),
    financialStatus: placement.financialStatus ?? "paid",
    subtotalMinor,
    shippingMinor,
    discountMinor: orderDiscountMinor + lineDiscountsMinor + shippingDiscountMinor,
    totalMinor: subtotalMinor + shippingMinor,
    lineItems: placement.lineItems,
    discountCodes: placement.discountCodes ?? [],
    tags: placement.tags ?? [],
    test: placement.test ?? false,
    countryCode: placement.countryCode ?? placement.customer?.countryCode ?? world.shop.countryCode,
    sourceName: placement.sourceName ?? "web",
    rare: rareFactsOf(placement),
  });
  announceOrder(world, order);
  return order;
}

/** Tells of an order that has just come in. */
export function announceOrder(world: World, order: Order): void {
  const actionId = newActionId(world);
  world.events.emit({ kind: "order-created", actionId, order });
  if (order.financialStatus === "paid") world.events.emit({ kind: "order-paid", actionId, order });
  announcePurchases(world, actionId, order);
}

function rareFactsOf({
  presentment,
  appliedDiscounts,
  shippingDiscountMinor,
}: OrderPlacement): RareOrderFacts | null {
  if (presentment === undefined && !appliedDiscounts?.length) return null;
  return {
    ...(presentment && { presentment }),
    ...(appliedDiscounts?.length && { appliedDiscounts }),
    ...(shippingDiscountMinor && { shippingDiscountMinor }),
  };
}
