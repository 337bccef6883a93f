import { ReadCustomerNamesDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";

const customersPerRequest = 100;

/**
 * Display names for the screen, never to be stored. Null where Shopify has none to give: the customer is gone, or
 * the app is not approved for names, which Shopify answers field by field.
 */
export async function readCustomerNames(
  admin: AdminClient,
  customerIds: readonly bigint[],
): Promise<Map<bigint, string | null>> {
  const names = new Map<bigint, string | null>(customerIds.map((id) => [id, null]));
  for (const chunk of inChunks(customerIds, customersPerRequest)) {
    const ids = chunk.map((id) => gidOf("Customer", id));
    const { data } = await admin.requestPartly(ReadCustomerNamesDocument, { ids });
    for (const node of data.nodes) {
      if (node?.__typename === "Customer") names.set(idOfGid("Customer", node.id), nameIn(node));
    }
  }
  return names;
}

/** The schema promises a name; an app without approval gets null in its place all the same. */
function nameIn(customer: { displayName: string | null }): string | null {
  return customer.displayName;
}
