import "@shopify/shopify-api/adapters/web-api";
import {
  ApiVersion,
  LogSeverity,
  type Session,
  type Shopify,
  shopifyApi,
} from "@shopify/shopify-api";
import { setAbstractFetchFunc } from "@shopify/shopify-api/runtime";
import type { ShopifyNetwork } from "./simulated-network.ts";

/** What the app is to Shopify. */
export interface ShopifyCredentials {
  apiKey: string;
  apiSecret: string;
  appUrl: string;
}

/** The library waits for ever by itself, and a merchant or a lock would wait with it. */
const requestTimeoutMs = 30_000;

export type ShopifyLibrary = Shopify;
export type { Session };

/** Shopify's own library, for signatures and tokens; calls to the Admin API go through admin-client.ts. */
export function openShopifyLibrary(
  { apiKey, apiSecret, appUrl }: ShopifyCredentials,
  network: ShopifyNetwork,
  logWarning: (message: string) => void,
): ShopifyLibrary {
  // The adapter above sets the library's fetch when it is imported, and this has the last word.
  setAbstractFetchFunc((url, init) =>
    network.fetch(url, { signal: AbortSignal.timeout(requestTimeoutMs), ...init }),
  );
  const { host, protocol } = new URL(appUrl);
  return shopifyApi({
    apiKey,
    apiSecretKey: apiSecret,
    apiVersion: ApiVersion.July26,
    hostName: host,
    hostScheme: protocol === "http:" ? "http" : "https",
    isEmbeddedApp: true,
    logger: libraryLogger(logWarning),
  });
}

/** The library writes to the console otherwise, every request of it. */
export function libraryLogger(logWarning: (message: string) => void) {
  return {
    level: LogSeverity.Warning,
    log: (_severity: LogSeverity, message: string) => {
      logWarning(message);
    },
  };
}
