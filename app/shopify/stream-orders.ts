import type { AdminClient } from "./admin-client.ts";
import { orderNode, snapshotOf, type OrderSnapshot } from "./order-snapshot.ts";
import { streamBulkRows } from "./stream-bulk-rows.ts";

/** The orders of a finished bulk query in batches, from order `skip` on; the order of the file never changes. */
export async function* streamOrders(
  admin: AdminClient,
  url: string,
  { skip, batchSize }: { skip: number; batchSize: number },
): AsyncGenerator<OrderSnapshot[]> {
  let batch: OrderSnapshot[] = [];
  for await (const order of streamBulkRows(admin, url, orderNode, { skip })) {
    batch.push(snapshotOf(order));
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
