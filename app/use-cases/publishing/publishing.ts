import type { Shop } from "../../persistence/shops.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import type { App } from "../app.ts";
import type { LiveProgram } from "../scoring/live-program.ts";

/** A publication under way of what customers carry. */
export interface Publishing {
  app: App;
  shop: Shop;
  admin: AdminClient;
  /** Whom it looks at; null = everybody. */
  among: readonly bigint[] | null;
  /** How often in this publication somebody else was quicker to write a customer's fields. */
  conflictsOf: Map<bigint, number>;
  /** Aborted when the worker must stop; what is left is done by the next. */
  signal: AbortSignal;
}

/** The same of all that a shop has of ours, tiers, segments and discounts included. */
export interface PublishingAll extends Publishing {
  program: LiveProgram;
}
