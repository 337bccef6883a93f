import { listLedgerOrders } from "../../persistence/order-stamps.ts";
import { deleteOrders } from "../../persistence/orders.ts";
import { noteRepairs, type Reconciliation } from "../../persistence/reconciliations.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { findExisting } from "../../shopify/find-existing.ts";
import type { App } from "../app.ts";
import { scoreAgain } from "../scoring/score-again.ts";
import type { IdSet } from "./id-set.ts";

const ordersAtOnce = 5_000;
const dayMs = 86_400_000;
/** Without read_all_orders Shopify shows orders created in the last 60 days; a day less is sure not to be a matter of hours. */
const daysShown = 59;

/**
 * Removes the orders that the shop has deleted. Not being in the list is only a suspicion: the order may be younger
 * than the list, or older than we may read. So each is asked for once more, and one that may be out of our sight
 * stays: Shopify takes an order in when it is created, which is never before the moment it is dated to.
 */
export async function removeVanishedOrders(
  app: App,
  admin: AdminClient,
  check: Reconciliation,
  shown: IdSet,
  signal: AbortSignal,
): Promise<void> {
  const { shop } = check;
  let after = 0n;
  for (;;) {
    signal.throwIfAborted();
    const held = await listLedgerOrders(app.db, shop, after, ordersAtOnce);
    const last = held.at(-1);
    if (last === undefined) return;
    after = last.orderId;
    const suspects = held.filter(({ orderId }) => !shown.has(orderId));
    if (suspects.length === 0) continue;
    const surelyShownSince = new Date((await app.now()).getTime() - daysShown * dayMs);
    const { existing, seesAllOrders } = await findExisting(
      admin,
      "Order",
      suspects.map(({ orderId }) => orderId),
    );
    const gone = suspects
      .filter(({ processedAt }) => seesAllOrders || processedAt >= surelyShownSince)
      .map(({ orderId }) => orderId)
      .filter((orderId) => !existing.has(orderId));
    await remove(app, check, gone);
  }
}

async function remove(app: App, check: Reconciliation, gone: readonly bigint[]): Promise<void> {
  const { shop } = check;
  if (gone.length === 0) return;
  await app.db.$transaction(async (tx) => {
    const losers = await deleteOrders(tx, shop, gone);
    await noteRepairs(tx, check, { deleted: gone });
    await scoreAgain(app, tx, shop, losers);
  });
}
