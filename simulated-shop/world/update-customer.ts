import type { Customer, RareCustomerFacts } from "./customer.ts";
import { newActionId, type World } from "./world.ts";

export type CustomerChanges = Partial<
  Pick<Customer, "email" | "firstName" | "lastName" | "countryCode" | "acceptsMarketing" | "note">
> & { rare?: RareCustomerFacts };

/**
 * Changes a customer's own facts (tags: change-customer-tags.ts); `rare` is added to what is there. Emits
 * customer-updated. Errors: an e-mail that somebody else has.
 */
export function updateCustomer(
  world: World,
  customer: Customer,
  { rare, ...changes }: CustomerChanges,
): void {
  if (changes.email !== undefined && changes.email !== customer.email)
    changeEmail(world, customer, changes.email);
  Object.assign(customer, changes);
  if (rare !== undefined) customer.rare = { ...customer.rare, ...rare };
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

function changeEmail(world: World, customer: Customer, email: string): void {
  if (email !== "" && world.customersByEmail.has(email))
    throw new RangeError(`There is a customer with the e-mail ${email} already.`);
  world.customersByEmail.delete(customer.email);
  if (email !== "") world.customersByEmail.set(email, customer);
}
