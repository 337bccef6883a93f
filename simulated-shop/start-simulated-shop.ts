import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { checkOutSchema, placeOrderOf, type CheckOutRequest } from "./admin/simulate/check-out.ts";
import type { ApiTraffic } from "./admin-api/api-traffic.ts";
import { loadAdminSchema } from "./admin-api/schema/load-admin-schema.ts";
import { assembleShop, type ShopParts } from "./assemble-shop.ts";
import type { BulkOperations } from "./bulk/bulk-operations.ts";
import { readFlowExtensions } from "./flow/read-flow-extensions.ts";
import {
  runFlowAction,
  type FlowActionAnswer,
  type FlowActionRun,
} from "./flow/run-flow-action.ts";
import { openWorld, type SimulatedShopOptions } from "./simulated-shop-options.ts";
import type { AppAccessTokens } from "./tokens/access-tokens.ts";
import type { Webhooks } from "./webhooks/start-webhooks.ts";
import type { CheckoutOutcome } from "./world/checkout.ts";
import { loadWorld, saveWorld } from "./world/world-file.ts";
import { newActionId, type World } from "./world/world.ts";

/** A running shop. After a reset `world`, `tokens`, `webhooks`, `bulk` and `traffic` are new objects: read them anew. */
export type SimulatedShop = {
  /** "http://127.0.0.1:4000" */
  readonly url: string;
  /** "echelon-demo.myshopify.com" */
  readonly shop: string;
  readonly accessToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly world: World;
  readonly tokens: AppAccessTokens;
  readonly webhooks: Webhooks;
  readonly bulk: BulkOperations;
  readonly traffic: ApiTraffic;
  /** Tells the shop where the app runs, once that is known: webhooks and the admin's frame go there. */
  setAppUrl(appUrl: string): void;
  /** The app's Flow extensions are these from now on, as after `shopify app deploy`. Errors: a file that cannot be read. */
  deployFlowExtensions(extensionsFolder: string): void;
  /** From now on the app has these scopes and no other, of which it hears by app/scopes_update. */
  grantScopes(scopes: readonly string[]): void;
  /** Back to how the options describe the shop: customers, tokens, webhooks, discounts, points, clock. The address stays. */
  reset(): Promise<void>;
  /** Somebody buys a cart, with the discounts that apply. Errors: something the shop does not have. */
  placeOrder(request: CheckOutRequest): CheckoutOutcome;
  /** Calls one of the app's Flow actions once, as Flow would. */
  runFlowAction(run: FlowActionRun): Promise<FlowActionAnswer>;
  /** Stops deliveries and bulk operations, closes all connections and removes files. */
  close(): Promise<void>;
};

/** Starts a Shopify shop on 127.0.0.1. Errors: an order export that cannot be read, a port that is taken. */
export async function startSimulatedShop(
  options: SimulatedShopOptions = {},
): Promise<SimulatedShop> {
  const { stateFile } = options;
  const kept = stateFile === undefined ? null : await loadWorld(stateFile);
  let parts = assembleShop(kept ?? (await openWorld(options)), options);
  loadAdminSchema("2026-07");
  const server = await listen(() => parts, options.port ?? 0);
  parts.config.url = server.url;
  return {
    url: server.url,
    shop: parts.config.shopDomain,
    accessToken: parts.config.accessToken,
    clientId: parts.config.clientId,
    clientSecret: parts.config.clientSecret,
    get world() {
      return parts.world;
    },
    get tokens() {
      return parts.tokens;
    },
    get webhooks() {
      return parts.webhooks;
    },
    get bulk() {
      return parts.bulk;
    },
    get traffic() {
      return parts.traffic;
    },
    setAppUrl(appUrl) {
      parts.config.appUrl = appUrl;
    },
    placeOrder(request) {
      const outcome = placeOrderOf(parts.world, checkOutSchema.parse(request));
      if (typeof outcome === "string") throw new RangeError(outcome);
      return outcome;
    },
    runFlowAction: (run) => runFlowAction(parts, run),
    deployFlowExtensions(extensionsFolder) {
      parts.config.flowExtensions = readFlowExtensions(extensionsFolder);
    },
    grantScopes(current) {
      const previous = parts.config.scopes;
      parts.config.scopes = current;
      const actionId = newActionId(parts.world);
      parts.world.events.emit({ kind: "app-scopes-updated", actionId, previous, current });
    },
    async reset() {
      const former = parts;
      const fresh = assembleShop(await openWorld(options), options);
      fresh.config.url = former.config.url;
      fresh.config.appUrl = former.config.appUrl;
      parts = fresh;
      await former.webhooks.stop();
      await former.bulk.close();
    },
    async close() {
      await parts.webhooks.stop();
      await server.close();
      await parts.bulk.close();
      if (stateFile !== undefined) await saveWorld(parts.world, stateFile);
    },
  };
}

function listen(
  currentParts: () => ShopParts,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request, env) => currentParts().app.fetch(request, env),
        hostname: "127.0.0.1",
        port,
      },
      (address: AddressInfo) => {
        resolve({
          url: `http://127.0.0.1:${address.port}`,
          close: () =>
            new Promise((closed) => {
              server.close(() => closed());
              if ("closeAllConnections" in server) server.closeAllConnections();
            }),
        });
      },
    );
    server.once("error", reject);
  });
}
