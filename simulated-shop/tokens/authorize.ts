import { createHmac } from "node:crypto";
import type { AuthorizationCodes } from "./authorization-codes.ts";
import type { ShopAndApp } from "./answer-token-request.ts";
import { invalidRequest, unknownClient, type OauthError } from "./oauth-error.ts";

export type Authorization =
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "refused"; readonly error: OauthError };

/**
 * The merchant's consent, given at once: where the browser goes, with a code, the state it came with, and Shopify's
 * signature over the query. `grant_options[]=per-user` asks for access in the merchant's own name.
 */
export function authorize(
  query: URLSearchParams,
  app: ShopAndApp,
  codes: AuthorizationCodes,
  nowMs: number,
): Authorization {
  const clientId = query.get("client_id") ?? "";
  if (clientId !== app.clientId) return { kind: "refused", error: unknownClient(clientId) };
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!URL.canParse(redirectUri))
    return { kind: "refused", error: invalidRequest("The redirect_uri is not whitelisted") };
  const isOnline = query.getAll("grant_options[]").includes("per-user");
  const answer = new Map([
    ["code", codes.issue({ isOnline })],
    ["host", Buffer.from(`admin.shopify.com/store/${storeOf(app)}`).toString("base64url")],
    ["shop", app.shopDomain],
    ["state", query.get("state") ?? ""],
    ["timestamp", String(Math.floor(nowMs / 1000))],
  ]);
  const location = new URL(redirectUri);
  for (const [name, value] of answer) location.searchParams.set(name, value);
  location.searchParams.set("hmac", signatureOf(location.searchParams, app.clientSecret));
  return { kind: "redirect", location: location.toString() };
}

/** HMAC-SHA256 in hex over the sorted query. */
function signatureOf(query: URLSearchParams, secret: string): string {
  const sorted = new URLSearchParams(query);
  sorted.sort();
  return createHmac("sha256", secret).update(sorted.toString()).digest("hex");
}

function storeOf({ shopDomain }: ShopAndApp): string {
  return shopDomain.replace(/\.myshopify\.com$/, "");
}
