import { Hono } from "hono";
import { registerAdminRoutes } from "./admin/register-admin-routes.ts";
import { ApiTraffic } from "./admin-api/api-traffic.ts";
import { registerAdminApiRoutes } from "./admin-api/register-admin-api-routes.ts";
import { BulkOperations } from "./bulk/bulk-operations.ts";
import { registerBulkRoutes } from "./bulk/register-bulk-routes.ts";
import type { SimulatedShopConfig } from "./context.ts";
import {
  extensionsFolderOf,
  makeConfig,
  type SimulatedShopOptions,
} from "./simulated-shop-options.ts";
import { registerStatusRoutes } from "./status/register-status-routes.ts";
import { createAccessTokens, type AppAccessTokens } from "./tokens/access-tokens.ts";
import { readAppConfiguration } from "./tokens/app-configuration.ts";
import { registerTokenRoutes } from "./tokens/register-token-routes.ts";
import { startWebhooks, type Webhooks } from "./webhooks/start-webhooks.ts";
import type { World } from "./world/world.ts";

/** All that belongs to one state of the shop; a reset makes a new one of these behind the same address. */
export type ShopParts = {
  readonly app: Hono;
  readonly world: World;
  readonly config: SimulatedShopConfig;
  readonly tokens: AppAccessTokens;
  readonly webhooks: Webhooks;
  readonly bulk: BulkOperations;
  readonly traffic: ApiTraffic;
};

/** Puts a shop together around a world. */
export function assembleShop(world: World, options: SimulatedShopOptions): ShopParts {
  const appConfiguration =
    options.appConfigurationFile === undefined
      ? null
      : readAppConfiguration(options.appConfigurationFile);
  const config = makeConfig(options, world, appConfiguration?.scopes);
  const tokens = createAccessTokens(config, world);
  const context = { world, config, accessTokens: tokens };
  const webhooks = startWebhooks(context, {
    appConfiguration,
    installation: tokens,
    ...(options.webhookRetryDelaysMs && { retryDelaysMs: options.webhookRetryDelaysMs }),
    ...(options.webhookRetryTimeLapse && { retryTimeLapse: options.webhookRetryTimeLapse }),
  });
  const bulk = new BulkOperations(world, config, {
    mutationLinesPerSecond: options.bulkMutationLinesPerSecond,
    startDelayMs: 1000 * (options.bulkQueueSeconds ?? 0),
  });
  const traffic = new ApiTraffic();

  const app = new Hono();
  registerTokenRoutes(app, context, tokens);
  registerAdminApiRoutes(app, context, { bulk, traffic });
  registerBulkRoutes(app, bulk);
  registerStatusRoutes(app, context, traffic);
  registerAdminRoutes(app, context, {
    tokens,
    webhooks,
    traffic,
    bulk,
    appConfiguration,
    extensionsFolder: extensionsFolderOf(options),
  });
  return { app, world, config, tokens, webhooks, bulk, traffic };
}
