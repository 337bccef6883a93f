import { FetchOrdersDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";
import { snapshotOf, type OrderSnapshot } from "./order-snapshot.ts";

/** About 50 points a request, so that a few single orders never wait behind a full one. */
const ordersPerRequest = 50;

/**
 * The orders as Shopify holds them now, and which of the ids it has no order for: deleted, or older than we may read
 * without the scope read_all_orders.
 */
export async function fetchOrders(
  admin: AdminClient,
  orderIds: readonly bigint[],
): Promise<{ orders: OrderSnapshot[]; missing: bigint[] }> {
  const orders: OrderSnapshot[] = [];
  for (const chunk of inChunks([...new Set(orderIds)], ordersPerRequest)) {
    const { nodes } = await admin.request(FetchOrdersDocument, {
      ids: chunk.map((id) => gidOf("Order", id)),
    });
    for (const node of nodes) if (node?.__typename === "Order") orders.push(snapshotOf(node));
  }
  const found = new Set(orders.map(({ orderId }) => orderId));
  return { orders, missing: orderIds.filter((id) => !found.has(id)) };
}
