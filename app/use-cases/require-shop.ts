import { findInstalledShop, type Shop } from "../persistence/shops.ts";
import type { App } from "./app.ts";
import { installShop } from "./orders-in/install-shop.ts";

/**
 * The shop whose merchant is looking. Of the requests of a first visit only one goes through the installation;
 * the others arrive here before it is done, and wait for it.
 */
export async function requireShop(app: App, shop: string): Promise<Shop> {
  const record = await findInstalledShop(app.db, shop);
  if (record !== null) return record;
  await installShop(app, shop);
  const installed = await findInstalledShop(app.db, shop);
  if (installed === null) throw new Error(`${shop} could not be installed`);
  return installed;
}
