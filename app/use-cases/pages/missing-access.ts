import { findShop } from "../../persistence/shops.ts";
import type { Scope } from "../../shopify/scopes.ts";
import type { App } from "../app.ts";

/** Scopes without which work stands still. Without the others there is only less to see, or a pixel to turn on. */
export type NeededScope = Exclude<
  Scope,
  "read_all_orders" | "write_pixels" | "read_customer_events"
>;

/** What a merchant has to grant, most important first; empty when all is well or the shop is not in yet. */
export async function readMissingAccess(app: App, shop: string): Promise<NeededScope[]> {
  const missing = (await findShop(app.db, shop))?.missingScopes ?? [];
  return needed.filter((scope) => missing.includes(scope));
}

const needed: readonly NeededScope[] = [
  "read_orders",
  "write_customers",
  "write_discounts",
  "read_products",
  "read_customer_merge",
];
