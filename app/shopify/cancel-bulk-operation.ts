import { CancelBulkOperationDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf } from "./gid.ts";

/** Asks Shopify to stop. One that has ended already is left as it is, and that is no error. */
export async function cancelBulkOperation(admin: AdminClient, operationId: bigint): Promise<void> {
  await admin.request(CancelBulkOperationDocument, { id: gidOf("BulkOperation", operationId) });
}
