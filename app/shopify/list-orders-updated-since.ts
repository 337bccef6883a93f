import { ListOrdersUpdatedSinceDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { snapshotOf, type OrderSnapshot } from "./order-snapshot.ts";

const ordersPerPage = 100;

export interface OrdersPage {
  orders: OrderSnapshot[];
  /** Where the next page begins; null after the last. */
  nextCursor: string | null;
}

/** One page of the orders that changed at `since` or later, the longest unchanged first. */
export async function listOrdersUpdatedSince(
  admin: AdminClient,
  since: Date,
  cursor: string | null,
): Promise<OrdersPage> {
  const { orders } = await admin.request(ListOrdersUpdatedSinceDocument, {
    first: ordersPerPage,
    after: cursor,
    query: `updated_at:>='${since.toISOString()}'`,
  });
  return {
    orders: orders.nodes.map(snapshotOf),
    nextCursor: orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null,
  };
}
