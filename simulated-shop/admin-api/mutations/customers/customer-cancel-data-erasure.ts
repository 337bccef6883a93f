import { updateCustomer } from "../../../world/update-customer.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { findCustomer } from "./find-customer.ts";

/** `customerCancelDataErasure`. */
export function customerCancelDataErasure(
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
  if (customer.rare?.erasureRequestedAtMs == null)
    return {
      customerId: null,
      userErrors: [
        userError(
          ["customerId"],
          "Customer's data is not scheduled for erasure",
          "NOT_BEING_ERASED",
        ),
      ],
    };
  updateCustomer(world, customer, { rare: { erasureRequestedAtMs: null } });
  return { customerId, userErrors: [] };
}
