import { FindCustomerDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf } from "./gid.ts";

/** Whether the shop has a customer of this id now. An id that is gone never comes back. */
export async function hasCustomer(admin: AdminClient, customerId: bigint): Promise<boolean> {
  const { customer } = await admin.request(FindCustomerDocument, {
    id: gidOf("Customer", customerId),
  });
  return customer !== null;
}
