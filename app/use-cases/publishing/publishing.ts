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
  /** How often in this publication somebody else was quicker to write a customer's fields. */
  conflictsOf: Map<bigint, number>;
  /** Aborted when the worker must stop; what is left is done by the next. */
  signal: AbortSignal;
}
