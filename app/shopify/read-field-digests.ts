import { ReadFieldsDocument } from "../generated/admin/operations.ts";
import type { AdminClient, CallOptions } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";
import type { FieldDigests } from "./write-outcome.ts";

const customersPerCall = 50;

/** Digests of both fields of each customer as they are now; whoever is gone is left out. */
export async function readFieldDigests(
  admin: AdminClient,
  customerIds: readonly bigint[],
  options: CallOptions = {},
): Promise<Map<bigint, FieldDigests>> {
  const found = new Map<bigint, FieldDigests>();
  for (const chunk of inChunks(customerIds, customersPerCall)) {
    const ids = chunk.map((customerId) => gidOf("Customer", customerId));
    const { nodes } = await admin.request(ReadFieldsDocument, { ids }, options);
    for (const node of nodes) {
      if (node === null || !("id" in node)) continue;
      found.set(idOfGid("Customer", node.id), {
        tier: node.tier?.compareDigest ?? null,
        standing: node.standing?.compareDigest ?? null,
      });
    }
  }
  return found;
}
