import type { World } from "./world.ts";

/**
 * One topic sent to one address: declared in the app's configuration, or made through the Admin API.
 * `uri` is as declared: a path of the app or a full URL.
 */
export type WebhookSubscription = {
  readonly topic: string;
  readonly uri: string;
  readonly name: string | null;
  /** Top-level fields of the payload to send; null = all. */
  readonly includeFields: readonly string[] | null;
};

/** A subscription the app made itself. It is deleted when a webhook of it fails for good. */
export type ApiWebhookSubscription = WebhookSubscription & {
  readonly gidType: "WebhookSubscription";
  readonly id: number;
  /** Of the call that made it; deliveries say so. */
  readonly apiVersion: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
  uri: string;
  name: string | null;
  includeFields: readonly string[] | null;
};

export function createWebhookSubscription(
  world: World,
  wanted: WebhookSubscription & { apiVersion: string },
): ApiWebhookSubscription {
  const atMs = world.clock.nowMs();
  const subscription: ApiWebhookSubscription = {
    ...wanted,
    gidType: "WebhookSubscription",
    id: world.ids.take("WebhookSubscription"),
    createdAtMs: atMs,
    updatedAtMs: atMs,
  };
  world.webhookSubscriptions.set(subscription.id, subscription);
  world.revision += 1;
  return subscription;
}

export function updateWebhookSubscription(
  world: World,
  subscription: ApiWebhookSubscription,
  changes: Pick<WebhookSubscription, "uri" | "name" | "includeFields">,
): void {
  Object.assign(subscription, changes, { updatedAtMs: world.clock.nowMs() });
  world.revision += 1;
}
