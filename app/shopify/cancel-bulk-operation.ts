import { CancelBulkOperationDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf } from "./gid.ts";

/** Asks Shopify to stop an operation nobody waits for any more. One that has ended, or is unknown, is left as it is. */
export async function cancelBulkOperation(admin: AdminClient, operationId: bigint): Promise<void> {
  await admin.request(CancelBulkOperationDocument, { id: gidOf("BulkOperation", operationId) });
}
