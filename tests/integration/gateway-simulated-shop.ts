import { createAdminClient, type AdminClient } from "../../app/shopify/admin-client.ts";
import { openShopifyNetwork } from "../../app/shopify/simulated-network.ts";
import type { SimulatedShopOptions } from "../../simulated-shop/simulated-shop-options.ts";
import {
  startSimulatedShop,
  type SimulatedShop,
} from "../../simulated-shop/start-simulated-shop.ts";

/** A small sample shop, and the app's own client to talk to it over HTTP. */
export async function openGateway(
  options: SimulatedShopOptions = {},
): Promise<{ simulated: SimulatedShop; admin: AdminClient }> {
  const simulated = await startSimulatedShop({
    customers: 120,
    seed: 7,
    asOf: "2026-06-30",
    ...options,
  });
  const { fetch } = openShopifyNetwork(simulated.url, "http://127.0.0.1");
  const admin = createAdminClient({
    shop: simulated.shop,
    accessToken: () => Promise.resolve(simulated.accessToken),
    fetch,
  });
  return { simulated, admin };
}
