import { createHash, createHmac } from "node:crypto";
import type { SimulatedShopConfig } from "../context.ts";
import { signSessionToken } from "../tokens/session-token.ts";
import { staffMember } from "../tokens/staff-member.ts";
import { storeHandleOf } from "./store-paths.ts";

export type FramePage = {
  /** The app's own path, e.g. "/app/customers". */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly locale: string;
};

/** "admin.shopify.com/store/<handle>" in base64, as Shopify's libraries expect it in `host`. */
export function hostParameterOf(shopDomain: string): string {
  return Buffer.from(`admin.shopify.com/store/${storeHandleOf(shopDomain)}`).toString("base64");
}

/** The address the embedded app is loaded from: its page with Shopify's signed parameters and a fresh session token. */
export function appFrameUrl(
  config: Pick<SimulatedShopConfig, "shopDomain" | "clientId" | "clientSecret">,
  appUrl: string,
  page: FramePage,
  nowMs: number,
): string {
  const url = new URL(page.path, appUrl);
  const parameters = new URLSearchParams(page.search);
  const sessionId = sessionIdOf(config.shopDomain);
  parameters.set("embedded", "1");
  parameters.set("host", hostParameterOf(config.shopDomain));
  parameters.set(
    "id_token",
    signSessionToken(config, { userId: staffMember.id, sessionId, nowMs }),
  );
  parameters.set("locale", page.locale);
  parameters.set("session", sessionId);
  parameters.set("shop", config.shopDomain);
  parameters.set("timestamp", String(Math.floor(nowMs / 1000)));
  parameters.set("hmac", signParameters(parameters, config.clientSecret));
  url.search = parameters.toString();
  return url.href;
}

/** One admin login per shop: the `sid` of its session tokens. */
export function sessionIdOf(shopDomain: string): string {
  return createHash("sha256").update(`session of ${shopDomain}`).digest("hex");
}

/** hex HMAC-SHA256 of all parameters but hmac, sorted by name, `name=value` joined by &. */
function signParameters(parameters: URLSearchParams, secret: string): string {
  const sorted = new URLSearchParams(parameters);
  sorted.delete("hmac");
  sorted.sort();
  return createHmac("sha256", secret).update(sorted.toString()).digest("hex");
}
