import { announcePurchases } from "./announce-purchases.ts";
import type { Order } from "./order.ts";
import { newActionId, type World } from "./world.ts";

/** Removes an order for good. Emits order-deleted. */
export function deleteOrder(world: World, order: Order): void {
  world.orders.delete(order.id);
  if (order.customer !== null) {
    order.customer.orders = order.customer.orders.filter((other) => other !== order);
  }
  world.revision += 1;
  const actionId = newActionId(world);
  world.events.emit({ kind: "order-deleted", actionId, orderId: order.id });
  announcePurchases(world, actionId, order);
}
