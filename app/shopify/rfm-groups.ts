import { print } from "graphql";
import { z } from "zod";
import { ExportRfmGroupsDocument, StartBulkQueryDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { bulkOperationStarted } from "./bulk-operation-started.ts";
import { idOfGid } from "./gid.ts";
import { streamBulkRows } from "./stream-bulk-rows.ts";

/** Starts the bulk query of every customer's group in Shopify's own RFM report, and returns its number. */
export async function startRfmGroupsBulkQuery(admin: AdminClient): Promise<bigint> {
  const { bulkOperationRunQuery } = await admin.request(
    StartBulkQueryDocument,
    { query: print(ExportRfmGroupsDocument) },
    { repeatable: false },
  );
  return bulkOperationStarted(admin.shop, "StartBulkQuery", bulkOperationRunQuery);
}

const node = z.object({
  id: z.string(),
  statistics: z.object({ rfmGroup: z.string().nullable() }).nullable(),
});

export interface CustomerRfmGroup {
  customerId: bigint;
  /** `at-risk` for AT_RISK. */
  group: string;
}

/** The groups of a finished bulk query in batches; customers without one are left out. */
export async function* streamRfmGroups(
  admin: AdminClient,
  url: string,
  batchSize: number,
): AsyncGenerator<CustomerRfmGroup[]> {
  let batch: CustomerRfmGroup[] = [];
  for await (const { id, statistics } of streamBulkRows(admin, url, node)) {
    const group = statistics?.rfmGroup ?? null;
    if (group === null) continue;
    batch.push({
      customerId: idOfGid("Customer", id),
      group: group.toLowerCase().replaceAll("_", "-"),
    });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
