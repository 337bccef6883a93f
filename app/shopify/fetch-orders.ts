import { FetchOrdersDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";
import { completeOrder } from "./complete-order.ts";
import type { WholeOrderSnapshot } from "./order-snapshot.ts";
import { requestOrders } from "./request-orders.ts";

/** An order with its lines costs some twenty points. */
const ordersPerRequest = 10;

/**
 * The orders as Shopify holds them now, and which of the ids it has no order for: deleted, or older than we may read
 * without the scope read_all_orders.
 */
export async function fetchOrders(
  admin: AdminClient,
  orderIds: readonly bigint[],
): Promise<{ orders: WholeOrderSnapshot[]; missing: bigint[] }> {
  const orders: WholeOrderSnapshot[] = [];
  for (const chunk of inChunks([...new Set(orderIds)], ordersPerRequest)) {
    const { nodes } = await requestOrders(admin, FetchOrdersDocument, {
      ids: chunk.map((id) => gidOf("Order", id)),
    });
    for (const node of nodes)
      if (node?.__typename === "Order") orders.push(await completeOrder(admin, node));
  }
  const found = new Set(orders.map(({ orderId }) => orderId));
  return { orders, missing: orderIds.filter((id) => !found.has(id)) };
}
