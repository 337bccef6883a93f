import type { Order } from "./order.ts";
import { newActionId, type World } from "./world.ts";

export type OrderChanges = Partial<
  Pick<Order, "email" | "financialStatus" | "note" | "tags" | "test">
>;

/** Changes what can change on an order without money moving. `tags` must be normalised. Emits order-updated. */
export function updateOrder(world: World, order: Order, changes: OrderChanges): void {
  Object.assign(order, changes);
  order.updatedAtMs = world.changeTimes.next();
  world.revision += 1;
  world.events.emit({ kind: "order-updated", actionId: newActionId(world), order });
}
