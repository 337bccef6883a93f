import {
  FetchOrderLinesDocument,
  type OrderFieldsFragment,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { lineSnapshotOf } from "./order-line-snapshot.ts";
import { requestOrders } from "./request-orders.ts";
import { snapshotOf, type WholeOrderSnapshot } from "./order-snapshot.ts";

/** The order of an answer with all its lines: those beyond the first fifty are fetched. */
export async function completeOrder(
  admin: AdminClient,
  node: OrderFieldsFragment,
): Promise<WholeOrderSnapshot> {
  const order = snapshotOf(node);
  const lines = [...node.lineItems.nodes];
  let page = node.lineItems.pageInfo;
  while (page.hasNextPage && page.endCursor != null) {
    const more = await requestOrders(admin, FetchOrderLinesDocument, {
      id: node.id,
      after: page.endCursor,
    });
    // Deleted meanwhile: the news of that is on its way.
    if (more.order == null) break;
    lines.push(...more.order.lineItems.nodes);
    page = more.order.lineItems.pageInfo;
  }
  return { ...order, lines: lines.map((line) => lineSnapshotOf(line, order.currencyCode)) };
}
