import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { ApiTraffic } from "../admin-api/api-traffic.ts";
import { registerAdminApiRoutes } from "../admin-api/register-admin-api-routes.ts";
import { BulkOperations } from "../bulk/bulk-operations.ts";
import type { SimulatedShopConfig } from "../context.ts";
import { createAccessTokens, type AppAccessTokens } from "../tokens/access-tokens.ts";
import { parseAppConfiguration } from "../tokens/app-configuration.ts";
import { registerTokenRoutes } from "../tokens/register-token-routes.ts";
import { startWebhooks } from "../webhooks/start-webhooks.ts";
import { addCustomer } from "../world/add-customer.ts";
import { addProduct } from "../world/add-product.ts";
import { changeCustomerTags } from "../world/change-customer-tags.ts";
import { placeOrder } from "../world/place-order.ts";
import { createWorld, type World } from "../world/world.ts";
import { registerAdminRoutes } from "./register-admin-routes.ts";

export type AdminServer = {
  readonly url: string;
  readonly config: SimulatedShopConfig;
  readonly world: World;
  readonly tokens: AppAccessTokens;
  close(): Promise<void>;
};

/** A small shop with its admin: what the admin's own tests need. */
export async function startAdminServer({
  appConfiguration = `name = "Echelon"`,
  extensionsFolder = null,
}: { appConfiguration?: string; extensionsFolder?: string | null } = {}): Promise<AdminServer> {
  const world = createWorld({
    name: "Tea & Co",
    domain: "tea.myshopify.com",
    email: "owner@example.com",
    currencyCode: "GBP",
    timeZone: "Europe/London",
    countryCode: "GB",
    plan: "standard",
    nowMs: Date.parse("2026-11-22T23:59:59Z"),
  });
  const products = ["Green tea", "Black tea"].map((title, index) =>
    addProduct(world, {
      title,
      sku: `TEA-${index}`,
      productType: "Tea",
      vendor: "Us",
      priceMinor: 1250 * (index + 1),
    }),
  );
  for (const [index, name] of ["Ada", "Grace", "Edsger"].entries()) {
    const customer = addCustomer(world, {
      email: `${name.toLowerCase()}@example.com`,
      firstName: name,
      lastName: "Example",
    });
    const product = products[index % 2];
    if (product !== undefined) {
      placeOrder(world, {
        customer,
        lineItems: [
          { product, quantity: index + 1, unitPriceMinor: product.priceMinor, discountMinor: 0 },
        ],
      });
    }
    if (index === 0) changeCustomerTags(world, customer, ["echelon:tier:core", "newsletter"]);
  }
  const config: SimulatedShopConfig = {
    shopDomain: world.shop.domain,
    clientId: "client-id",
    clientSecret: "client-secret",
    accessToken: "shpat_always",
    plan: "standard",
    scopes: ["read_orders", "read_customers", "write_customers"],
    protectedData: "level2",
    searchLagSeconds: 0,
    appUrl: null,
    url: "",
  };
  const tokens = createAccessTokens(config, world);
  const parsedConfiguration = parseAppConfiguration(appConfiguration);
  const webhooks = startWebhooks(
    { world, config },
    { appConfiguration: parsedConfiguration, installation: tokens, retryDelaysMs: [] },
  );
  const app = new Hono();
  const context = { world, config, accessTokens: tokens };
  registerTokenRoutes(app, context, tokens);
  const traffic = new ApiTraffic();
  const bulk = new BulkOperations(world, config);
  registerAdminApiRoutes(app, context, { bulk, traffic });
  registerAdminRoutes(app, context, {
    tokens,
    webhooks,
    traffic,
    bulk,
    appConfiguration: parsedConfiguration,
    extensionsFolder,
  });

  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      config.url = `http://127.0.0.1:${port}`;
      resolve({
        url: config.url,
        config,
        world,
        tokens,
        async close() {
          await webhooks.stop();
          await bulk.close();
          if ("closeAllConnections" in server) server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}
