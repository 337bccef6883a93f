import { ReadBulkOperationDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf } from "./gid.ts";

export type BulkOperation =
  | { kind: "running"; objectsDone: number }
  /** `url` is null when there is nothing to read. It is good for seven days. `seconds` is how long it took. */
  | { kind: "completed"; url: string | null; seconds: number }
  /** It came to no end. `partialUrl` leads to what it had until then, null when that is nothing or is gone. */
  | { kind: "failed"; reason: string; partialUrl: string | null };

/** How far a bulk operation is. One point, so it may be asked every second. */
export async function readBulkOperation(
  admin: AdminClient,
  operationId: bigint,
): Promise<BulkOperation> {
  const id = gidOf("BulkOperation", operationId);
  const { bulkOperation } = await admin.request(ReadBulkOperationDocument, { id });
  if (bulkOperation === null) return { kind: "failed", reason: "UNKNOWN", partialUrl: null };
  switch (bulkOperation.status) {
    case "CREATED":
    case "RUNNING":
    case "CANCELING":
      return { kind: "running", objectsDone: Number(bulkOperation.rootObjectCount) };
    case "COMPLETED":
      return { kind: "completed", url: bulkOperation.url, seconds: secondsOf(bulkOperation) };
    case "CANCELED":
    case "EXPIRED":
    case "FAILED":
      return {
        kind: "failed",
        reason: bulkOperation.errorCode ?? bulkOperation.status,
        partialUrl: bulkOperation.partialDataUrl,
      };
  }
}

function secondsOf({ createdAt, completedAt }: { createdAt: string; completedAt: string | null }) {
  return completedAt === null ? 0 : (Date.parse(completedAt) - Date.parse(createdAt)) / 1_000;
}
