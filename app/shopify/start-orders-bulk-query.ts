import { print } from "graphql";
import { ExportOrdersDocument, StartBulkQueryDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { bulkOperationStarted } from "./bulk-operation-started.ts";
import { findWithheldFields, withoutFields } from "./withheld-fields.ts";

/** Starts the bulk query of all orders, of which it asks what we may read, and returns its number. Fails as "busy" when too many run already. */
export async function startOrdersBulkQuery(admin: AdminClient): Promise<bigint> {
  const readable = withoutFields(ExportOrdersDocument, await findWithheldFields(admin));
  const { bulkOperationRunQuery } = await admin.request(
    StartBulkQueryDocument,
    { query: print(readable) },
    { repeatable: false },
  );
  return bulkOperationStarted(admin.shop, "StartBulkQuery", bulkOperationRunQuery);
}
