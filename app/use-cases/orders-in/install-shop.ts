import { defaultProgram } from "../../scoring/index.ts";
import { startOrderImport } from "../../persistence/order-imports.ts";
import { insertProgram } from "../../persistence/programs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findInstalledShop, saveInstallation, updateShop } from "../../persistence/shops.ts";
import { readMissingScopes } from "../../shopify/scopes.ts";
import { readShop } from "../../shopify/read-shop.ts";
import type { App } from "../app.ts";

/**
 * Takes a shop in and starts reading its orders. Called after every authorization, which is every hour, so
 * a shop that is in already costs one query. A shop that comes back reads its orders anew.
 */
export async function installShop(app: App, shop: string): Promise<void> {
  if ((await findInstalledShop(app.db, shop)) !== null) return;
  const admin = await app.adminOf(shop);
  const facts = await readShop(admin);
  const missingScopes = await readMissingScopes(admin);
  const installedAt = new Date();
  // What changes from here on and is not told of, sweeps find: the import may have read it before.
  const ordersSweptUntil = await app.now();
  const isNew = await app.db.$transaction(async (tx) => {
    // A first visit authorizes twice at once; the second finds the work done.
    await lockScoringOf(tx, shop);
    if ((await findInstalledShop(tx, shop)) !== null) return false;
    await saveInstallation(tx, shop, facts, installedAt);
    // What we wrote to the shop itself may not have outlived an earlier leave.
    await updateShop(tx, shop, { missingScopes, ordersSweptUntil, tierListHash: null });
    await insertProgram(tx, shop, 1, defaultProgram, installedAt);
    await startOrderImport(tx, shop, installedAt);
    await app.enqueue(tx, "import-orders", { shop });
    await app.enqueue(tx, "estimate-base", { shop });
    return true;
  });
  if (isNew) app.log.info({ shop }, "shop installed");
}
