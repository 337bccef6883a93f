import { ReadTagsDocument } from "../generated/admin/operations.ts";
import type { AdminClient, CallOptions } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";

const customersPerCall = 100;

/** All tags of each customer as they are now; whoever is gone is left out. */
export async function readTags(
  admin: AdminClient,
  customerIds: readonly bigint[],
  options: CallOptions = {},
): Promise<Map<bigint, string[]>> {
  const found = new Map<bigint, string[]>();
  for (const chunk of inChunks(customerIds, customersPerCall)) {
    const ids = chunk.map((customerId) => gidOf("Customer", customerId));
    const { nodes } = await admin.request(ReadTagsDocument, { ids }, options);
    for (const node of nodes) {
      if (node !== null && "id" in node) found.set(idOfGid("Customer", node.id), node.tags);
    }
  }
  return found;
}
