import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { registerAdminRoutes } from "./admin/register-admin-routes.ts";
import { ApiTraffic } from "./admin-api/api-traffic.ts";
import { registerAdminApiRoutes } from "./admin-api/register-admin-api-routes.ts";
import { loadAdminSchema } from "./admin-api/schema/load-admin-schema.ts";
import { BulkOperations } from "./bulk/bulk-operations.ts";
import { registerBulkRoutes } from "./bulk/register-bulk-routes.ts";
import { makeConfig, openWorld, type SimulatedShopOptions } from "./simulated-shop-options.ts";
import { registerStatusRoutes } from "./status/register-status-routes.ts";
import { createAccessTokens, type AppAccessTokens } from "./tokens/access-tokens.ts";
import { readAppConfiguration } from "./tokens/app-configuration.ts";
import { registerTokenRoutes } from "./tokens/register-token-routes.ts";
import { startWebhooks, type Webhooks } from "./webhooks/start-webhooks.ts";
import { loadWorld, saveWorld } from "./world/world-file.ts";
import type { World } from "./world/world.ts";

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
  /** Stops deliveries and bulk operations, closes all connections and removes files. */
  close(): Promise<void>;
};

/** Starts a Shopify shop on 127.0.0.1. Errors: an order export that cannot be read, a port that is taken. */
export async function startSimulatedShop(
  options: SimulatedShopOptions = {},
): Promise<SimulatedShop> {
  const appConfiguration =
    options.appConfigurationFile === undefined
      ? null
      : readAppConfiguration(options.appConfigurationFile);
  const { stateFile } = options;
  const kept = stateFile === undefined ? null : await loadWorld(stateFile);
  const world = kept ?? (await openWorld(options));
  const config = makeConfig(options, world, appConfiguration?.scopes);
  loadAdminSchema("2026-07");

  const tokens = createAccessTokens(config, world);
  const context = { world, config, accessTokens: tokens };
  const webhooks = startWebhooks(context, {
    appConfiguration,
    installation: tokens,
    ...(options.webhookRetryDelaysMs && { retryDelaysMs: options.webhookRetryDelaysMs }),
    ...(options.webhookRetryTimeLapse && { retryTimeLapse: options.webhookRetryTimeLapse }),
  });
  const bulk = new BulkOperations(world, config);
  const traffic = new ApiTraffic();

  const app = new Hono();
  registerTokenRoutes(app, context, tokens);
  registerAdminApiRoutes(app, context, { bulk, traffic });
  registerBulkRoutes(app, bulk);
  registerStatusRoutes(app, context, traffic);
  registerAdminRoutes(app, context, { tokens, webhooks, traffic, appConfiguration });

  const server = await listen(app, options.port ?? 0);
  config.url = server.url;
  return {
    url: server.url,
    shop: config.shopDomain,
    accessToken: config.accessToken,
    clientId: config.clientId,
    clientSecret: config.clientSecret,
    world,
    tokens,
    webhooks,
    bulk,
    traffic,
    setAppUrl(appUrl) {
      config.appUrl = appUrl;
    },
    async close() {
      await webhooks.stop();
      await server.close();
      await bulk.close();
      if (stateFile !== undefined) await saveWorld(world, stateFile);
    },
  };
}

function listen(app: Hono, port: number): Promise<{ url: string; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, hostname: "127.0.0.1", port },
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
