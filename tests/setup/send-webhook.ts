import { randomUUID } from "node:crypto";
import { webhookHeaders } from "../../simulated-shop/webhooks/webhook-request.ts";
import type { TestStage } from "./test-stage.ts";

export interface SentWebhook {
  topic: string;
  /** An object is sent as JSON, text and bytes as they are. */
  body: object | string;
  shop?: string;
  webhookId?: string;
  /** What it is signed with, when not with the app's own secret. */
  secret?: string;
  /** Below the app's address. */
  path?: string;
  /** Headers to leave out or to replace, in lower case. */
  headers?: Record<string, string | undefined>;
}

/** Sends what Shopify sends, really signed, and returns the status. */
export async function sendWebhook(stage: TestStage, webhook: SentWebhook): Promise<number> {
  const { topic, shop = stage.shop, webhookId = randomUUID() } = webhook;
  const body = typeof webhook.body === "string" ? webhook.body : JSON.stringify(webhook.body);
  const secret = webhook.secret ?? stage.simulated.clientSecret;
  const envelope = {
    topic,
    webhookId,
    eventId: randomUUID(),
    triggeredAt: new Date().toISOString(),
    shopDomain: shop,
    apiVersion: "2026-07",
    name: null,
  };
  const headers = new Headers(webhookHeaders(envelope, body, secret));
  for (const [name, value] of Object.entries(webhook.headers ?? {})) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  const url = new URL(webhook.path ?? "/webhooks/orders", stage.appUrl);
  const response = await fetch(url, { method: "POST", headers, body });
  await response.body?.cancel();
  return response.status;
}
