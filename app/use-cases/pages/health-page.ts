import { readOrderImport } from "../../persistence/order-imports.ts";
import type { App } from "../app.ts";
import { readWaiting } from "../publishing/read-waiting.ts";
import { requireShop } from "../require-shop.ts";
import { readShopHealth, type ShopHealth } from "./shop-health.ts";

export interface HealthPage {
  shop: { currencyCode: string; timeZone: string };
  health: ShopHealth;
  /** While orders are read for the first time there is nothing to compare. */
  isImporting: boolean;
}

export async function readHealthPage(app: App, shop: string): Promise<HealthPage> {
  const record = await requireShop(app, shop);
  const importing = await readOrderImport(app.db, shop);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    health: await readShopHealth(app, record, await readWaiting(app, record)),
    isImporting: importing?.finishedAt == null,
  };
}
