import { openShopifyLibrary, type ShopifyLibrary } from "../shopify-library.ts";
import { openShopifyNetwork } from "../simulated-network.ts";

export const sampleSecret = "a-client-secret";

/** Shopify's library for an app of samples, whose calls go to the given address. */
export function openSampleLibrary(origin: string): ShopifyLibrary {
  return openShopifyLibrary(
    { apiKey: "a-client-id", apiSecret: sampleSecret, appUrl: "http://127.0.0.1:3000" },
    openShopifyNetwork(origin, "http://127.0.0.1:3000"),
    () => {},
  );
}
