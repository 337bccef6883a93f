import { createHash, createHmac } from "node:crypto";

/** What one delivery says besides its body. */
export type WebhookEnvelope = {
  readonly topic: string;
  /** The same for redeliveries of one webhook: what apps deduplicate by. */
  readonly webhookId: string;
  /** The same for all webhooks one action caused. */
  readonly eventId: string;
  /** Real time, ISO 8601: it says when the sender's machine noticed, not when it was in the shop's calendar. */
  readonly triggeredAt: string;
  readonly shopDomain: string;
  readonly apiVersion: string;
  /** The subscription's name, when it has one. */
  readonly name: string | null;
};

/** base64 HMAC-SHA256 of the raw body with the client secret. */
export function signWebhook(body: string, clientSecret: string): string {
  return createHmac("sha256", clientSecret).update(body, "utf8").digest("base64");
}

/** The headers of a delivery, signature included. */
export function webhookHeaders(
  envelope: WebhookEnvelope,
  body: string,
  clientSecret: string,
): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "User-Agent": "Shopify-Captain-Hook",
    "X-Shopify-Topic": envelope.topic,
    "X-Shopify-Hmac-Sha256": signWebhook(body, clientSecret),
    "X-Shopify-Shop-Domain": envelope.shopDomain,
    "X-Shopify-API-Version": envelope.apiVersion,
    "X-Shopify-Webhook-Id": envelope.webhookId,
    "X-Shopify-Event-Id": envelope.eventId,
    "X-Shopify-Triggered-At": envelope.triggeredAt,
    ...(envelope.name === null ? {} : { "X-Shopify-Name": envelope.name }),
  };
}

/** A stable UUID for an action of the world. */
export function eventIdOf(actionId: string, shopDomain: string): string {
  const hex = createHash("sha256").update(`${shopDomain} ${actionId}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}
