import type { Customer } from "./customer.ts";
import { newActionId, type World } from "./world.ts";

export type CustomerChanges = Partial<
  Pick<Customer, "firstName" | "lastName" | "countryCode" | "acceptsMarketing" | "note">
>;

/** Changes a customer's own facts (tags: change-customer-tags.ts). Emits customer-updated. */
export function updateCustomer(world: World, customer: Customer, changes: CustomerChanges): void {
  Object.assign(customer, changes);
  touchCustomer(world, customer);
  world.revision += 1;
  world.events.emit({ kind: "customer-updated", actionId: newActionId(world), customer });
}

/**
 * A later updatedAt than before, within the clock's second. Unlike orders, each customer counts for itself: a
 * publication changes many thousand customers at one frozen moment.
 */
export function touchCustomer(world: World, customer: Customer): void {
  const nowMs = world.clock.nowMs();
  const endOfSecondMs = Math.floor(nowMs / 1000) * 1000 + 999;
  customer.updatedAtMs = Math.min(Math.max(nowMs, customer.updatedAtMs + 1), endOfSecondMs);
}
