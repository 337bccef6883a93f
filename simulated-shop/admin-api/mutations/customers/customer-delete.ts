import { deleteCustomer } from "../../../world/delete-customer.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { findCustomer } from "./find-customer.ts";

/** `customerDelete`: refused as long as there are orders. */
export function customerDelete(
  _root: unknown,
  { input }: { input: { id: string } },
  { shop: { world } }: RequestContext,
) {
  const { shop } = world;
  const customer = findCustomer(world, input.id);
  if (customer === undefined)
    return {
      deletedCustomerId: null,
      shop,
      userErrors: [userError(["id"], "Customer can't be found")],
    };
  if (customer.orders.length > 0)
    return {
      deletedCustomerId: null,
      shop,
      userErrors: [
        userError(["id"], "Customer can’t be deleted because they have associated orders"),
      ],
    };
  deleteCustomer(world, customer);
  return { deletedCustomerId: input.id, shop, userErrors: [] };
}
