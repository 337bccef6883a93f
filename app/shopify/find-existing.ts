import { FindExistingDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf, idOfGid } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";

/** An object costs a point. */
const idsPerRequest = 100;

/**
 * Which of these orders or customers the shop shows us now, and whether we may see orders of any age: without
 * read_all_orders those of more than sixty days ago are not shown, whether they are there or not.
 */
export async function findExisting(
  admin: AdminClient,
  type: "Order" | "Customer",
  ids: readonly bigint[],
): Promise<{ existing: Set<bigint>; seesAllOrders: boolean }> {
  const existing = new Set<bigint>();
  let seesAllOrders = true;
  for (const chunk of inChunks(ids, idsPerRequest)) {
    const { nodes, currentAppInstallation } = await admin.request(FindExistingDocument, {
      ids: chunk.map((id) => gidOf(type, id)),
    });
    for (const node of nodes) if (node !== null) existing.add(idOfGid(type, node.id));
    const scopes = currentAppInstallation.accessScopes.map(({ handle }) => handle);
    seesAllOrders &&= scopes.includes("read_all_orders");
  }
  return { existing, seesAllOrders };
}
