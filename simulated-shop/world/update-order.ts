import type { Order } from "./order.ts";
import type { RareOrderFacts } from "./rare-order-facts.ts";
import { newActionId, type World } from "./world.ts";

export type OrderChanges = Partial<
  Pick<Order, "email" | "financialStatus" | "note" | "tags" | "test">
> & { rare?: RareOrderFacts };

/**
 * Changes what can change on an order without money moving; `rare` is added to what is there. `tags` must be
 * normalised. Emits order-updated.
 */
export function updateOrder(world: World, order: Order, { rare, ...changes }: OrderChanges): void {
  Object.assign(order, changes);
  if (rare !== undefined) order.rare = { ...order.rare, ...rare };
  order.updatedAtMs = world.changeTimes.next();
  world.revision += 1;
  world.events.emit({ kind: "order-updated", actionId: newActionId(world), order });
}
