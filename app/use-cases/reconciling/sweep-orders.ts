import { findDifferingOrders } from "../../persistence/order-stamps.ts";
import {
  findUnfinishedReconciliation,
  updateReconciliation,
  type Reconciliation,
} from "../../persistence/reconciliations.ts";
import { updateShop } from "../../persistence/shops.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { listOrderStamps } from "../../shopify/list-order-stamps.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { askForReconciliation } from "./ask-for-reconciliation.ts";
import { noteProblem } from "./note-problem.ts";
import { repairOrders } from "./repair-orders.ts";

/** Shopify's search may lag, and changes of one moment may be found one later than the other. */
const overlapMs = 60 * 60_000;
/** Beyond that, Shopify's answer to a bulk query is cheaper than its pages, which end at 25,000 anyway. */
const mostSwept = 20_000;

/**
 * Finds the orders that changed without our being told: asks for what Shopify stamped since the last sweep and an
 * hour before, compares that with the ledger, and fetches what differs. How far it has come is noted after each page,
 * so a killed one goes on there.
 */
export async function sweepOrders(app: App, shop: string, signal: AbortSignal): Promise<void> {
  const sweep = await findUnfinishedReconciliation(app.db, shop, "sweep");
  const record = await findOpenShop(app, shop);
  if (sweep === null || record === null) return;

  await noteProblem(app, sweep, async () => {
    const until = record.ordersSweptUntil ?? record.installedAt;
    const seen = await sweepSince(app, await app.adminOf(shop), sweep, until, signal);
    await app.db.$transaction(async (tx) => {
      if (seen.isTooMany) await askForReconciliation(app, tx, shop, "full");
      const at = new Date();
      const end = { finishedAt: at, progressAt: at, ordersSeen: seen.orders, problem: null };
      await updateReconciliation(tx, sweep, end);
    });
    app.log.info({ shop, seen: seen.orders }, "orders swept");
  });
}

async function sweepSince(
  app: App,
  admin: AdminClient,
  sweep: Reconciliation,
  sweptUntil: Date,
  signal: AbortSignal,
): Promise<{ orders: number; isTooMany: boolean }> {
  const { shop } = sweep;
  const since = new Date(sweptUntil.getTime() - overlapMs);
  let orders = 0;
  let cursor: string | null = null;
  do {
    signal.throwIfAborted();
    const { stamps, nextCursor } = await listOrderStamps(admin, since, cursor);
    const differing = await findDifferingOrders(app.db, shop, stamps);
    await repairOrders(app, admin, sweep, differing, signal);
    orders += stamps.length;
    const last = stamps.at(-1)?.updatedAt;
    if (last !== undefined && last > sweptUntil)
      await updateShop(app.db, shop, { ordersSweptUntil: last });
    cursor = nextCursor;
  } while (cursor !== null && orders < mostSwept);
  return { orders, isTooMany: cursor !== null };
}
