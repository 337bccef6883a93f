/**
 * Everything in the app that knows of the simulated shop. Production code runs unchanged: only the address that
 * *.myshopify.com leads to, the address of App Bridge, and who may frame the app differ.
 */
export interface ShopifyNetwork {
  fetch: typeof fetch;
  /** Where App Bridge is loaded from instead of Shopify's own address; null = Shopify's own. */
  appBridgeUrl: string | null;
  /** Where business time is asked for; null = the machine's clock. */
  clockUrl: string | null;
  /** Lets the simulated admin frame a document. Does nothing in production. */
  allowFraming: (headers: Headers) => void;
}

/** The real network, or one in which a simulated shop stands in for Shopify: on this machine only. */
export function openShopifyNetwork(
  simulatedShopUrl: string | null,
  appUrl: string,
): ShopifyNetwork {
  if (simulatedShopUrl === null) {
    return { fetch: globalThis.fetch, appBridgeUrl: null, clockUrl: null, allowFraming: () => {} };
  }
  for (const [name, url] of Object.entries({
    SHOPIFY_APP_URL: appUrl,
    ECHELON_SIMULATED_SHOP: simulatedShopUrl,
  })) {
    if (!isLoopback(url)) {
      throw new Error(
        `ECHELON_SIMULATED_SHOP is for this machine only, and ${name} is ${url}. ` +
          "Unset ECHELON_SIMULATED_SHOP, or use an address like http://127.0.0.1:3000.",
      );
    }
  }
  const { origin } = new URL(simulatedShopUrl);
  return {
    fetch: fetchThrough(origin),
    appBridgeUrl: `${origin}/app-bridge.js`,
    clockUrl: `${origin}/clock`,
    allowFraming: (headers) => allowFramingBy(origin, headers),
  };
}

const shopAddress = /^https:\/\/[a-z0-9-]+\.myshopify\.com(?=\/|$)/i;

function fetchThrough(simulatedOrigin: string): typeof fetch {
  return (input, init) => {
    if (input instanceof Request) return globalThis.fetch(input, init);
    return globalThis.fetch(String(input).replace(shopAddress, simulatedOrigin), init);
  };
}

function allowFramingBy(simulatedOrigin: string, headers: Headers): void {
  const policy = headers.get("Content-Security-Policy");
  if (policy?.includes("frame-ancestors")) {
    headers.set(
      "Content-Security-Policy",
      policy.replace("frame-ancestors", `frame-ancestors ${simulatedOrigin}`),
    );
  }
  // The preload names Shopify's own App Bridge, which is not used here and may be out of reach.
  headers.delete("Link");
}

function isLoopback(url: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(url).hostname);
}
