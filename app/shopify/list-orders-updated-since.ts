import { ListOrdersUpdatedSinceDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { completeOrder } from "./complete-order.ts";
import type { WholeOrderSnapshot } from "./order-snapshot.ts";
import { requestOrders } from "./request-orders.ts";

const ordersPerPage = 25;

export interface OrdersPage {
  orders: WholeOrderSnapshot[];
  /** Where the next page begins; null after the last. */
  nextCursor: string | null;
}

/** One page of the orders that changed at `since` or later, the longest unchanged first. */
export async function listOrdersUpdatedSince(
  admin: AdminClient,
  since: Date,
  cursor: string | null,
): Promise<OrdersPage> {
  const { orders } = await requestOrders(admin, ListOrdersUpdatedSinceDocument, {
    first: ordersPerPage,
    after: cursor,
    query: `updated_at:>='${since.toISOString()}'`,
  });
  const complete: WholeOrderSnapshot[] = [];
  for (const node of orders.nodes) complete.push(await completeOrder(admin, node));
  return {
    orders: complete,
    nextCursor: orders.pageInfo.hasNextPage ? orders.pageInfo.endCursor : null,
  };
}
