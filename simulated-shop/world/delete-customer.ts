import type { Customer } from "./customer.ts";
import { newActionId, type World } from "./world.ts";

/** Removes a customer for good. Errors: a customer with orders stays. Emits customer-deleted. */
export function deleteCustomer(world: World, customer: Customer): void {
  if (customer.orders.length > 0)
    throw new RangeError(`Customer ${customer.id} has orders and cannot be deleted.`);
  forgetCustomer(world, customer);
  world.events.emit({
    kind: "customer-deleted",
    actionId: newActionId(world),
    customerId: customer.id,
  });
}

/** Takes a customer out of the world, silently. */
export function forgetCustomer(world: World, customer: Customer): void {
  world.customers.delete(customer.id);
  for (const checkout of world.checkouts.values())
    if (checkout.customer === customer) checkout.customer = null;
  if (world.customersByEmail.get(customer.email) === customer)
    world.customersByEmail.delete(customer.email);
  world.revision += 1;
}
