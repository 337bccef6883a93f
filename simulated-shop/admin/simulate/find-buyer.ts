import { addCustomer } from "../../world/add-customer.ts";
import type { Customer } from "../../world/customer.ts";
import type { World } from "../../world/world.ts";

/** Who buys: a customer by id, or whoever has the e-mail, a new one if need be; else a guest. */
export type BuyerRequest = {
  readonly customerId?: number | undefined;
  readonly email?: string | undefined;
  readonly guest: boolean;
};

/** Null when there is no customer of this id. */
export function findBuyer(
  world: World,
  { customerId, email = "", guest }: BuyerRequest,
): { customer: Customer | null; email: string } | null {
  if (customerId !== undefined) {
    const customer = world.customers.get(customerId);
    return customer === undefined ? null : { customer, email: customer.email };
  }
  if (guest || email === "") return { customer: null, email };
  return { customer: world.customersByEmail.get(email) ?? addCustomer(world, { email }), email };
}
