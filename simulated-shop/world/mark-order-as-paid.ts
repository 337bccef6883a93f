import { announcePurchases } from "./announce-purchases.ts";
import type { Order } from "./order.ts";
import { outstandingMinorOf } from "./order-amounts.ts";
import { paymentsOf, type Payment } from "./payment.ts";
import { newActionId, type World } from "./world.ts";

/** True when there is something to pay and the order stands. */
export function canBeMarkedAsPaid(order: Order): boolean {
  return order.cancelledAtMs === null && outstandingMinorOf(order) > 0;
}

/** The merchant got the rest of the money outside Shopify. Emits payment-received, order-paid and order-updated. */
export function markOrderAsPaid(world: World, order: Order): void {
  if (!canBeMarkedAsPaid(order))
    throw new RangeError(`Order ${order.name} cannot be marked as paid.`);
  const nowMs = world.changeTimes.next();
  const payment: Payment = {
    id: world.ids.take("LineItem"),
    kind: "SALE",
    status: "SUCCESS",
    gateway: "manual",
    amountMinor: outstandingMinorOf(order),
    createdAtMs: nowMs,
    test: order.test,
  };
  order.rare = {
    ...order.rare,
    payments: [...paymentsOf(order), payment],
    hasNoFinancialStatus: false,
  };
  order.financialStatus = "paid";
  order.updatedAtMs = nowMs;
  world.revision += 1;
  const actionId = newActionId(world);
  world.events.emit({ kind: "payment-received", actionId, order, payment });
  world.events.emit({ kind: "order-paid", actionId, order });
  world.events.emit({ kind: "order-updated", actionId, order });
  announcePurchases(world, actionId, order);
}
