import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

export interface SettingsPage {
  /** The myshopify.com domain. */
  domain: string;
  shop: { currencyCode: string; timeZone: string };
  /** ISO instant. */
  installedAt: string;
}

export async function readSettingsPage(app: App, shop: string): Promise<SettingsPage> {
  const { currencyCode, timeZone, installedAt } = await requireShop(app, shop);
  return {
    domain: shop,
    shop: { currencyCode, timeZone },
    installedAt: installedAt.toISOString(),
  };
}
