import { hasDoubtedOrders } from "../../persistence/order-doubts.ts";
import { saveOrders } from "../../persistence/orders.ts";
import { noteRepairs, type Reconciliation } from "../../persistence/reconciliations.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { fetchOrders } from "../../shopify/fetch-orders.ts";
import { inChunks } from "../../shopify/in-chunks.ts";
import type { App } from "../app.ts";
import { scoreAgain } from "../scoring/score-again.ts";

/** Fetched and written at a time: what is written is counted in the same transaction, so a kill counts nothing twice. */
const ordersAtOnce = 50;

/**
 * Brings orders of the ledger to what the shop has now. Orders the shop does not show are left alone: they may be
 * deleted, or older than we may read.
 */
export async function repairOrders(
  app: App,
  admin: AdminClient,
  check: Reconciliation,
  orderIds: readonly bigint[],
  signal: AbortSignal,
): Promise<void> {
  const { shop } = check;
  for (const chunk of inChunks(orderIds, ordersAtOnce)) {
    signal.throwIfAborted();
    const { orders } = await fetchOrders(admin, chunk);
    if (orders.length === 0) continue;
    const nowMs = (await app.now()).getTime();
    const oldestMs = Math.min(...orders.map(({ updatedAt }) => updatedAt.getTime()));
    await app.db.$transaction(async (tx) => {
      const changed = await saveOrders(tx, shop, orders);
      await noteRepairs(tx, check, {
        repaired: orders.map(({ orderId }) => orderId),
        lagSeconds: Math.max(0, Math.round((nowMs - oldestMs) / 1_000)),
      });
      if (await hasDoubtedOrders(tx, shop)) await app.enqueue(tx, "settle-doubts", { shop });
      await scoreAgain(app, tx, shop, changed);
    });
  }
}
