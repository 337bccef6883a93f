import { listUnhandled } from "../../../persistence/inbox.ts";
import { startOrderImport } from "../../../persistence/order-imports.ts";
import { findInstalledShop, updateShop } from "../../../persistence/shops.ts";
import { readMissingScopes } from "../../../shopify/scopes.ts";
import { askForReconciliation } from "../../reconciling/ask-for-reconciliation.ts";
import { doNothing, handlerOf, noSubject } from "./event-handler.ts";

/** What the shop grants now is asked of Shopify. Work that waited for a scope goes on with it. */
export const scopesChanged = handlerOf(noSubject, async (app, shop) => {
  if ((await findInstalledShop(app.db, shop)) === null) return doNothing;
  const missingScopes = await readMissingScopes(await app.adminOf(shop));
  return async (tx) => {
    const before = (await findInstalledShop(tx, shop))?.missingScopes ?? [];
    await updateShop(tx, shop, { missingScopes });
    const regained = before.filter((scope) => !missingScopes.some((missing) => missing === scope));
    if (regained.length === 0) return;
    // Now that more can be seen, everything is read anew.
    if (regained.includes("read_all_orders")) await startOrderImport(tx, shop, new Date());
    await app.enqueue(tx, "import-orders", { shop });
    await app.enqueue(tx, "settle-doubts", { shop });
    // Shopify sends no news of what the app may not read.
    await askForReconciliation(app, tx, shop, "sweep");
    await app.enqueue(tx, "publish", { shop });
    for (const webhookId of await listUnhandled(tx, shop))
      await app.enqueue(tx, "handle-event", { shop, webhookId });
  };
});
