import type { AdminClient } from "./admin-client.ts";
import { orderStampNode, stampOf, type OrderStamp } from "./order-stamp.ts";
import { streamBulkRows } from "./stream-bulk-rows.ts";

/** The stamps of a finished bulk query in batches; nothing else of the file is held. */
export async function* streamOrderStamps(
  admin: AdminClient,
  url: string,
  batchSize: number,
): AsyncGenerator<OrderStamp[]> {
  let batch: OrderStamp[] = [];
  for await (const node of streamBulkRows(admin, url, orderStampNode)) {
    batch.push(stampOf(node));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
