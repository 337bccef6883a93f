import type { Order } from "./order.ts";
import type { World } from "./world.ts";

/** Tells that an order's customer has other purchase statistics than before. Guests and test orders have none. */
export function announcePurchases(world: World, actionId: string, { customer, test }: Order): void {
  if (customer === null || test) return;
  world.events.emit({ kind: "customer-purchases-changed", actionId, customer });
}
