import { print } from "graphql";
import { ExportOrdersDocument, StartBulkQueryDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { bulkOperationStarted } from "./bulk-operation-started.ts";

/** Starts the bulk query of all orders and returns its number. Fails as "busy" when too many run already. */
export async function startOrdersBulkQuery(admin: AdminClient): Promise<bigint> {
  const { bulkOperationRunQuery } = await admin.request(
    StartBulkQueryDocument,
    { query: print(ExportOrdersDocument) },
    { repeatable: false },
  );
  return bulkOperationStarted(admin.shop, "StartBulkQuery", bulkOperationRunQuery);
}
