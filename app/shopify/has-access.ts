import type { AdminClient } from "./admin-client.ts";
import { readShop } from "./read-shop.ts";
import { ShopifyCallFailed } from "./shopify-call-failed.ts";

/** Whether the shop lets us in just now. */
export async function hasAccess(admin: AdminClient): Promise<boolean> {
  try {
    await readShop(admin);
    return true;
  } catch (error) {
    if (error instanceof ShopifyCallFailed) return false;
    throw error;
  }
}
