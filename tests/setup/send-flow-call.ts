import { signWebhook } from "../../simulated-shop/webhooks/webhook-request.ts";

export interface SentFlowCall {
  /** An object is sent as JSON, text as it is. */
  body: object | string;
  /** Below the app's address. */
  path?: string;
  /** What it is signed with. */
  secret: string;
  /** In place of the right one. */
  signature?: string;
  /** In the header, which is not signed. */
  shop?: string;
}

/** Sends what Shopify Flow sends, really signed, for what `runFlowAction` of the simulated shop would not send. */
export async function sendFlowCall(
  appUrl: string,
  { body, path = "/flow/actions", secret, signature, shop = "" }: SentFlowCall,
): Promise<{ status: number; text: string }> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(new URL(path, appUrl), {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Shopify-Shop-Domain": shop,
      "X-Shopify-Hmac-Sha256": signature ?? signWebhook(text, secret),
    },
    body: text,
  });
  return { status: response.status, text: await response.text() };
}
