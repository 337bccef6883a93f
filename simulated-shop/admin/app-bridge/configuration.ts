/** What the script tag and the page's address say. */
export type BridgeConfiguration = {
  readonly apiKey: string;
  /** Origin of the simulated admin, which serves this script too. */
  readonly hostOrigin: string;
  readonly shop: string | null;
  /** base64 of "admin.shopify.com/store/<handle>" */
  readonly host: string | null;
  readonly locale: string;
};

/** Parameters Shopify adds to an embedded page's address. They are the frame's business, not the app's. */
const SHOPIFY_PARAMETERS = [
  "embedded",
  "hmac",
  "host",
  "id_token",
  "locale",
  "session",
  "shop",
  "timestamp",
  "appLoadId",
];

const STORAGE_KEY = "simulated-app-bridge";

/** Reads the configuration. Later documents of the app, whose address lost the parameters, remember the first one's. */
export function readConfiguration(script: HTMLScriptElement, address: URL): BridgeConfiguration {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="shopify-api-key"]');
  const remembered = new URLSearchParams(sessionStorage.getItem(STORAGE_KEY) ?? "");
  const parameter = (name: string): string | null =>
    address.searchParams.get(name) ?? remembered.get(name);
  const configuration = {
    apiKey: script.dataset["apiKey"] ?? meta?.content ?? "",
    hostOrigin: new URL(script.src).origin,
    shop: parameter("shop"),
    host: parameter("host"),
    locale: parameter("locale") ?? "en",
  };
  const { shop, host, locale } = configuration;
  sessionStorage.setItem(
    STORAGE_KEY,
    new URLSearchParams({ ...(shop && { shop }), ...(host && { host }), locale }).toString(),
  );
  return configuration;
}

/** The app's own part of an address: path, search and hash without Shopify's parameters. */
export function appPathOf(address: URL): string {
  const search = new URLSearchParams(address.search);
  for (const name of SHOPIFY_PARAMETERS) search.delete(name);
  const query = search.size === 0 ? "" : `?${search.toString()}`;
  return `${address.pathname}${query}${address.hash}`;
}
