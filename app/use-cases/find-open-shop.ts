import { findInstalledShop, type Shop } from "../persistence/shops.ts";
import { essentialScopes } from "../shopify/scopes.ts";
import type { App } from "./app.ts";

/** The shop, when there is work to be done for it: the app is installed, and may read orders and edit customers. */
export async function findOpenShop(app: App, shop: string): Promise<Shop | null> {
  const record = await findInstalledShop(app.db, shop);
  return record === null || lacksAccess(record) ? null : record;
}

/** Whether work has to wait until the merchant grants what is missing. */
export function lacksAccess({ missingScopes }: Shop): boolean {
  return essentialScopes.some((scope) => missingScopes.includes(scope));
}
