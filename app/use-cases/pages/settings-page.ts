import type { App } from "../app.ts";
import { readCleanUp, type CleanUp } from "../publishing/clean-up.ts";
import { requireShop } from "../require-shop.ts";

export interface SettingsPage {
  /** The myshopify.com domain. */
  domain: string;
  shop: { currencyCode: string; timeZone: string };
  /** ISO instant. */
  installedAt: string;
  /** What of ours is in Shopify, and its removal. */
  cleanUp: CleanUp;
}

export async function readSettingsPage(app: App, shop: string): Promise<SettingsPage> {
  const record = await requireShop(app, shop);
  const { currencyCode, timeZone, installedAt } = record;
  return {
    domain: shop,
    shop: { currencyCode, timeZone },
    installedAt: installedAt.toISOString(),
    cleanUp: await readCleanUp(app, record),
  };
}
