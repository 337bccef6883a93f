import { updateCustomer } from "../../../world/update-customer.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { findCustomer } from "./find-customer.ts";

/** `customerRequestDataErasure`: noted; the customer stays as it is until the privacy webhooks are sent by hand. */
export function customerRequestDataErasure(
  _root: unknown,
  { customerId }: { customerId: string },
  { shop: { world } }: RequestContext,
) {
  const customer = findCustomer(world, customerId);
  if (customer === undefined)
    return {
      customerId: null,
      userErrors: [userError(["customerId"], "Customer does not exist", "DOES_NOT_EXIST")],
    };
  updateCustomer(world, customer, { rare: { erasureRequestedAtMs: world.clock.nowMs() } });
  return { customerId, userErrors: [] };
}
