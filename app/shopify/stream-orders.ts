import { z } from "zod";
import type { AdminClient } from "./admin-client.ts";
import { idOfGid } from "./gid.ts";
import { lineSnapshotOf, orderLineNode, type OrderLineSnapshot } from "./order-line-snapshot.ts";
import { orderNode, snapshotOf, type OrderSnapshot } from "./order-snapshot.ts";
import { streamBulkRows } from "./stream-bulk-rows.ts";

/** Some rows of a bulk result: orders, and lines whose orders may have been in any batch before, or are in this one. */
export interface OrdersBatch {
  orders: OrderSnapshot[];
  lines: { orderId: bigint; line: OrderLineSnapshot }[];
  /** Rows of the file up to here. */
  rowsDone: number;
}

const row = z.union([orderLineNode.extend({ __parentId: z.string() }), orderNode]);

/**
 * The orders of a finished bulk query in batches, from row `skip` on; the order of the file never changes. A child
 * comes after its parent, but not next to it: lines are handed on as they come, and nothing of the file is held.
 */
export async function* streamOrders(
  admin: AdminClient,
  url: string,
  { skip, batchSize, currencyCode }: { skip: number; batchSize: number; currencyCode: string },
): AsyncGenerator<OrdersBatch> {
  let batch: OrdersBatch = { orders: [], lines: [], rowsDone: skip };
  for await (const node of streamBulkRows(admin, url, row, { skip })) {
    if ("__parentId" in node) {
      const orderId = idOfGid("Order", node.__parentId);
      batch.lines.push({ orderId, line: lineSnapshotOf(node, currencyCode) });
    } else {
      batch.orders.push(snapshotOf(node));
    }
    batch.rowsDone += 1;
    if (batch.orders.length + batch.lines.length < batchSize) continue;
    yield batch;
    batch = { orders: [], lines: [], rowsDone: batch.rowsDone };
  }
  if (batch.orders.length + batch.lines.length > 0) yield batch;
}
