import { z } from "zod";
import type { AdminClient } from "./admin-client.ts";
import { idOfGid } from "./gid.ts";
import { lineSnapshotOf, orderLineNode, type OrderLineSnapshot } from "./order-line-snapshot.ts";
import { orderNode, snapshotOf, type OrderSnapshot } from "./order-snapshot.ts";
import { checkedRow, jsonOf, streamBulkLines } from "./stream-bulk-rows.ts";

/** Some rows of a bulk result: orders, and lines whose orders may have been in any batch before, or are in this one. */
export interface OrdersBatch {
  orders: OrderSnapshot[];
  lines: { orderId: bigint; line: OrderLineSnapshot }[];
  /** Bytes of the file up to here. */
  bytesDone: number;
}

const childRow = orderLineNode.extend({ __parentId: z.string() });

/**
 * The orders of a bulk query's result in batches of at least `batchSize` rows, from a byte on where a former batch
 * ended; the file never changes. A child comes after its parent, but not next to it: lines are handed on as they come,
 * and nothing of the file is held.
 */
export async function* streamOrders(
  admin: AdminClient,
  url: string,
  {
    fromByte,
    batchSize,
    currencyCode,
  }: { fromByte: number; batchSize: number; currencyCode: string },
): AsyncGenerator<OrdersBatch, void> {
  let batch: OrdersBatch = { orders: [], lines: [], bytesDone: fromByte };
  for await (const { lines, endByte } of streamBulkLines(admin, url, fromByte)) {
    const place = `after byte ${batch.bytesDone}`;
    for (const line of lines) addRow(batch, admin.shop, jsonOf(line), currencyCode, place);
    batch.bytesDone = endByte;
    if (batch.orders.length + batch.lines.length < batchSize) continue;
    yield batch;
    batch = { orders: [], lines: [], bytesDone: endByte };
  }
  if (batch.orders.length + batch.lines.length > 0) yield batch;
}

function addRow(
  batch: OrdersBatch,
  shop: string,
  value: unknown,
  currencyCode: string,
  place: string,
): void {
  // Only children name a parent, so no row is tried against both schemas.
  if (typeof value === "object" && value !== null && "__parentId" in value) {
    const node = checkedRow(shop, value, childRow, place);
    const orderId = idOfGid("Order", node.__parentId);
    batch.lines.push({ orderId, line: lineSnapshotOf(node, currencyCode) });
  } else {
    batch.orders.push(snapshotOf(checkedRow(shop, value, orderNode, place)));
  }
}
