import { print } from "graphql";
import {
  ExportOrderStampsDocument,
  StartBulkQueryDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { bulkOperationStarted } from "./bulk-operation-started.ts";

/** Starts the bulk query of the stamps of all orders and returns its number. Fails as "busy" when too many run. */
export async function startOrderStampsBulkQuery(admin: AdminClient): Promise<bigint> {
  const { bulkOperationRunQuery } = await admin.request(
    StartBulkQueryDocument,
    { query: print(ExportOrderStampsDocument) },
    { repeatable: false },
  );
  return bulkOperationStarted(admin.shop, "StartBulkQuery", bulkOperationRunQuery);
}
