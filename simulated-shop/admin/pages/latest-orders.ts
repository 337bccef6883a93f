import type { Order } from "../../world/order.ts";
import type { World } from "../../world/world.ts";

/** The orders placed last, newest first. One pass over all of them, without sorting them. */
export function latestOrders({ orders }: Pick<World, "orders">, count: number): readonly Order[] {
  const latest: Order[] = [];
  for (const order of orders.values()) {
    const last = latest.at(-1);
    if (latest.length === count && last !== undefined && !isLater(order, last)) continue;
    let place = latest.length;
    while (place > 0 && isLater(order, latest[place - 1] ?? order)) place -= 1;
    latest.splice(place, 0, order);
    if (latest.length > count) latest.pop();
  }
  return latest;
}

function isLater(order: Order, than: Order): boolean {
  return (
    order.processedAtMs > than.processedAtMs ||
    (order.processedAtMs === than.processedAtMs && order.id > than.id)
  );
}
