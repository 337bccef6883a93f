import type { Shop } from "../../persistence/shops.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import type { App } from "../app.ts";
import type { LiveProgram } from "../scoring/live-program.ts";

/** One publication under way. */
export interface Publishing {
  app: App;
  shop: Shop;
  program: LiveProgram;
  admin: AdminClient;
  /** Aborted when the worker must stop; what is left is done by the next. */
  signal: AbortSignal;
}

/** Up to this many customers are written one by one: more are quicker in a bulk mutation. */
export const mostDirectCustomers = 100;
/** So many customers are written by one bulk mutation at most: about 5 MB of the 100 MB Shopify takes. */
export const mostBulkCustomers = 50_000;
