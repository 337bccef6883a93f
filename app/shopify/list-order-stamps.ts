import { ListOrderStampsDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { stampOf, type OrderStamp } from "./order-stamp.ts";
import { requestOrders } from "./request-orders.ts";

/** The most Shopify puts into one page; such a page costs some seventy points, a nearly empty one a few. */
const ordersPerPage = 250;

export interface OrderStampsPage {
  stamps: OrderStamp[];
  /** Where the next page begins; null after the last. */
  nextCursor: string | null;
}

/** One page of the orders that changed at `since` or later, the longest unchanged first. */
export async function listOrderStamps(
  admin: AdminClient,
  since: Date,
  cursor: string | null,
): Promise<OrderStampsPage> {
  const { orders } = await requestOrders(admin, ListOrderStampsDocument, {
    first: ordersPerPage,
    after: cursor,
    query: `updated_at:>='${since.toISOString()}'`,
  });
  return {
    stamps: orders.nodes.map(stampOf),
    nextCursor: orders.pageInfo.hasNextPage ? (orders.pageInfo.endCursor ?? null) : null,
  };
}
