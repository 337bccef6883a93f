import type { Order } from "./order.ts";
import { newActionId, type World } from "./world.ts";

/** Closes (archives) an order. One that is closed keeps its moment. Emits order-updated. */
export function closeOrder(world: World, order: Order): void {
  if (order.rare?.closedAtMs == null) setClosed(world, order, world.changeTimes.next());
}

/** Opens a closed order again. Emits order-updated. */
export function openOrder(world: World, order: Order): void {
  if (order.rare?.closedAtMs != null) setClosed(world, order, null);
}

function setClosed(world: World, order: Order, closedAtMs: number | null): void {
  order.rare = { ...order.rare, closedAtMs };
  order.updatedAtMs = closedAtMs ?? world.changeTimes.next();
  world.revision += 1;
  world.events.emit({ kind: "order-updated", actionId: newActionId(world), order });
}
