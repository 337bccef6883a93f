import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { signSessionToken } from "../../simulated-shop/tokens/session-token.ts";

const browser =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36";

export interface MerchantRequest {
  path: string;
  /** Asks for this route's data only, as the app's own pages do; the whole document when left out. */
  routeId?: string;
  search?: Record<string, string>;
  /** Sent by POST: an object as JSON, a form as a form. */
  body?: object | URLSearchParams;
}

export interface AppAnswer {
  status: number;
  text: string;
}

/** What the embedded app answers to the merchant of a shop. */
export async function askAsMerchant(
  appUrl: string,
  simulated: SimulatedShop,
  { path, routeId, search = {}, body }: MerchantRequest,
): Promise<AppAnswer> {
  const { shop, clientId, clientSecret } = simulated;
  const token = signSessionToken(
    { shopDomain: shop, clientId, clientSecret },
    { userId: 1, sessionId: "session", nowMs: Date.now() },
  );
  const url = new URL(path, appUrl);
  const handle = shop.replace(".myshopify.com", "");
  url.search = new URLSearchParams({
    embedded: "1",
    shop,
    host: Buffer.from(`admin.shopify.com/store/${handle}`).toString("base64"),
    locale: "en",
    ...(routeId === undefined ? { id_token: token } : { _data: routeId }),
    ...search,
  }).toString();
  const isJson = body !== undefined && !(body instanceof URLSearchParams);
  const response = await fetch(url, {
    headers: {
      "User-Agent": browser,
      ...(routeId === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(isJson ? { "Content-Type": "application/json" } : {}),
    },
    redirect: "manual",
    ...(body === undefined ? {} : { method: "POST", body: isJson ? JSON.stringify(body) : body }),
  });
  return { status: response.status, text: await response.text() };
}
