import { readOrderImport } from "../../persistence/order-imports.ts";
import { findDifferingOrders } from "../../persistence/order-stamps.ts";
import {
  findUnfinishedReconciliation,
  updateReconciliation,
  type Reconciliation,
} from "../../persistence/reconciliations.ts";
import { findInstalledShop, updateShop } from "../../persistence/shops.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { ShopifyCallFailed } from "../../shopify/shopify-call-failed.ts";
import { streamOrderStamps } from "../../shopify/stream-order-stamps.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { forgetVanishedCustomers } from "./forget-vanished-customers.ts";
import { createIdGatherer, type IdSet } from "./id-set.ts";
import { noteProblem } from "./note-problem.ts";
import { prepareStamps } from "./prepare-stamps.ts";
import { removeVanishedOrders } from "./remove-vanished-orders.ts";
import { repairOrders } from "./repair-orders.ts";

const stampsAtOnce = 1_000;

/**
 * Compares every order of the ledger with the shop's: fetches what is missing, changed or has another owner, removes
 * what the shop has deleted, and forgets customers who are gone. A killed one keeps its bulk query and reads the
 * result anew; what was repaired differs no more.
 */
export async function reconcileOrders(app: App, shop: string, signal: AbortSignal): Promise<void> {
  const check = await findUnfinishedReconciliation(app.db, shop, "full");
  const record = await findOpenShop(app, shop);
  if (check === null || record === null) return;
  // An import reads everything itself; it comes first, and the next look around asks for this again.
  if ((await readOrderImport(app.db, shop))?.finishedAt == null) return;

  await noteProblem(app, check, async () => {
    const admin = await app.adminOf(shop);
    const { url, asOf } = await prepareStamps(app, admin, check, signal);
    const shown = await compareOrders(app, admin, check, url, signal).catch(
      async (error: unknown) => {
        // The result's seven days are over, or it is none: the next attempt has Shopify make another.
        if (error instanceof ShopifyCallFailed && error.failure === "refused")
          await updateReconciliation(app.db, check, { operationId: null });
        throw error;
      },
    );
    await removeVanishedOrders(app, admin, check, shown, signal);
    await forgetVanishedCustomers(app, admin, check, signal);
    await app.db.$transaction(async (tx) => {
      const sweptUntil = (await findInstalledShop(tx, shop))?.ordersSweptUntil;
      if (sweptUntil == null || sweptUntil < asOf)
        await updateShop(tx, shop, { ordersSweptUntil: asOf });
      const at = new Date();
      await updateReconciliation(tx, check, { finishedAt: at, progressAt: at, problem: null });
    });
    app.log.info({ shop }, "orders reconciled");
  });
}

/** Repairs every order of the result that the ledger holds otherwise. Returns which the result shows. */
async function compareOrders(
  app: App,
  admin: AdminClient,
  check: Reconciliation,
  url: string | null,
  signal: AbortSignal,
): Promise<IdSet> {
  const shown = createIdGatherer();
  if (url === null) return shown.gathered();
  let ordersSeen = 0;
  for await (const stamps of streamOrderStamps(admin, url, stampsAtOnce)) {
    const differing = await findDifferingOrders(app.db, check.shop, stamps);
    await repairOrders(app, admin, check, differing, signal);
    for (const { orderId } of stamps) shown.add(orderId);
    ordersSeen += stamps.length;
    await updateReconciliation(app.db, check, { ordersSeen, progressAt: new Date() });
  }
  return shown.gathered();
}
