import { WebhookType, WebhookValidationErrorReason } from "@shopify/shopify-api";
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
 * answered without asking Shopify anything.
 */
export async function verifyWebhook(
  library: ShopifyLibrary,
  request: Request,
): Promise<WebhookVerdict> {
  if (request.method !== "POST") return { kind: "wrong-method" };
  const rawBody = await request.text();
  if (request.headers.get("X-Shopify-Hmac-Sha256") === null) return { kind: "bad-signature" };

  const checked = await library.webhooks.validate({ rawBody, rawRequest: request });
  if (!checked.valid) {
    if (checked.reason !== WebhookValidationErrorReason.MissingHeaders)
      return { kind: "bad-signature" };
    return { kind: "malformed", reason: "a header of Shopify's is missing" };
  }
  const shop = shopDomain.safeParse(checked.domain);
  const topic = request.headers.get("X-Shopify-Topic");
  if (checked.webhookType !== WebhookType.Webhooks || topic === null || !shop.success) {
    return { kind: "malformed", reason: "the headers are not those of a webhook of a shop" };
  }
  const body = jsonObject.safeParse(parseJson(rawBody));
  if (!body.success) return { kind: "malformed", reason: "the body is not a JSON object" };
  return {
    kind: "verified",
    topic,
    shop: shop.data,
    webhookId: checked.webhookId,
    triggeredAt: momentOf(checked.triggeredAt),
    body: body.data,
  };
}

function momentOf(text: string | undefined): Date | null {
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
