import { addOrder } from "./add-order.ts";
import type { Customer } from "./customer.ts";
import type { LineItem, Order } from "./order.ts";
import { newActionId, type World } from "./world.ts";

export type OrderPlacement = {
  /** null for a guest. */
  customer: Customer | null;
  /** A guest's e-mail; a customer's own is taken when left out. */
  email?: string;
  lineItems: readonly LineItem[];
  shippingMinor?: number;
  /** Off the whole order, in minor units; lines carry their own discounts as well. */
  discountMinor?: number;
  discountCodes?: readonly string[];
  test?: boolean;
  financialStatus?: "paid" | "pending";
  tags?: readonly string[];
  sourceName?: string;
};

/** A customer or guest buys something now. Prices contain tax. Emits order-created and, when paid, order-paid. */
export function placeOrder(world: World, placement: OrderPlacement): Order {
  if (placement.lineItems.length === 0)
    throw new RangeError("An order needs at least one line item.");
  const discountMinor = placement.discountMinor ?? 0;
  const shippingMinor = placement.shippingMinor ?? 0;
  const linesMinor = placement.lineItems.reduce(
    (sum, line) => sum + line.quantity * line.unitPriceMinor - line.discountMinor,
    0,
  );
  if (discountMinor > linesMinor)
    throw new RangeError("The discount is larger than what it is taken from.");
  const subtotalMinor = linesMinor - discountMinor;
  const nowMs = world.changeTimes.next();

  const order = addOrder(world, {
    customer: placement.customer,
    email: placement.email ?? placement.customer?.email ?? "",
    createdAtMs: nowMs,
    financialStatus: placement.financialStatus ?? "paid",
    subtotalMinor,
    shippingMinor,
    discountMinor:
      discountMinor + placement.lineItems.reduce((sum, line) => sum + line.discountMinor, 0),
    totalMinor: subtotalMinor + shippingMinor,
    lineItems: placement.lineItems,
    discountCodes: placement.discountCodes ?? [],
    tags: placement.tags ?? [],
    test: placement.test ?? false,
    countryCode: placement.customer?.countryCode ?? world.shop.countryCode,
    sourceName: placement.sourceName ?? "web",
  });
  const actionId = newActionId(world);
  world.events.emit({ kind: "order-created", actionId, order });
  if (order.financialStatus === "paid") world.events.emit({ kind: "order-paid", actionId, order });
  return order;
}
