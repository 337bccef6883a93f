import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { ShopifyLibrary } from "./shopify-library.ts";

export type WebhookVerdict =
  | {
      kind: "verified";
      /** As declared in shopify.app.toml: "orders/create". */
      topic: string;
      shop: string;
      /** The same for every delivery of one event: what a repeat is recognised by. */
      webhookId: string;
      triggeredAt: Date | null;
      body: Record<string, unknown>;
    }
  | { kind: "wrong-method" }
  | { kind: "bad-signature" }
  /** Signed, and yet without a header or a JSON object we need. */
  | { kind: "malformed"; reason: string };

/** The status Shopify is told for a request we do not take. */
export const refusalStatus = { "wrong-method": 405, "bad-signature": 401, malformed: 400 } as const;

const jsonObject = z.record(z.string(), z.unknown());
const shopDomain = z.string().regex(/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/);

/**
 * Whether Shopify sent this, by the signature of the raw body. Loads no session and renews no token, so a webhook is
 * answered without asking Shopify anything. Does by itself what the library's `webhooks.validate` does: that takes
 * several times as long, and whoever publishes to a whole base gets several webhooks for everybody in it.
 */
export async function verifyWebhook(
  library: ShopifyLibrary,
  request: Request,
): Promise<WebhookVerdict> {
  if (request.method !== "POST") return { kind: "wrong-method" };
  const rawBody = Buffer.from(await request.arrayBuffer());
  const { headers } = request;
  const signature = headers.get("X-Shopify-Hmac-Sha256") ?? "";
  if (!isSignature(signature, rawBody, library.config.apiSecretKey))
    return { kind: "bad-signature" };

  const topic = headers.get("X-Shopify-Topic");
  const webhookId = headers.get("X-Shopify-Webhook-Id");
  if (!topic || !webhookId || !headers.get("X-Shopify-API-Version"))
    return { kind: "malformed", reason: "a header of Shopify's is missing" };
  const shop = shopDomain.safeParse(headers.get("X-Shopify-Shop-Domain"));
  if (!shop.success) return { kind: "malformed", reason: "the headers name no shop" };
  const body = jsonObject.safeParse(parseJson(rawBody.toString()));
  if (!body.success) return { kind: "malformed", reason: "the body is not a JSON object" };
  return {
    kind: "verified",
    topic,
    shop: shop.data,
    webhookId,
    triggeredAt: momentOf(headers.get("X-Shopify-Triggered-At")),
    body: body.data,
  };
}

/** Shopify signs no empty body, so nobody can have signed one. */
function isSignature(text: string, rawBody: Buffer, secret: string): boolean {
  if (rawBody.length === 0) return false;
  const given = Buffer.from(text, "base64");
  const right = createHmac("sha256", secret).update(rawBody).digest();
  return given.length === right.length && timingSafeEqual(given, right);
}

function momentOf(text: string | null): Date | null {
  const moment = new Date(text ?? "");
  return Number.isNaN(moment.getTime()) ? null : moment;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
