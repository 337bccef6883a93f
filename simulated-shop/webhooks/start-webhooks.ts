import { randomUUID } from "node:crypto";
import type { SimulatedShopContext } from "../context.ts";
import type { AppConfiguration, WebhookSubscription } from "../tokens/app-configuration.ts";
import type { WorldEvent } from "../world/events.ts";
import { newActionId } from "../world/world.ts";
import { DeliveryLog, type Delivery } from "./delivery-log.ts";
import { DeliveryQueue } from "./delivery-queue.ts";
import { addressOf } from "./delivery-address.ts";
import { FaultPlan } from "./fault-plan.ts";
import { compliancePayload } from "./payloads/compliance-payloads.ts";
import { isSimulatedTopic, payloadOfEvent, topicOfEvent } from "./topic-of-event.ts";
import { eventIdOf } from "./webhook-request.ts";

export type WebhookOptions = {
  /** Declares the subscriptions; null when no app is under test. */
  readonly appConfiguration: Pick<
    AppConfiguration,
    "webhookApiVersion" | "webhookSubscriptions"
  > | null;
  /** Nothing is sent before the app is installed. */
  readonly installation: { readonly isInstalled: boolean };
  readonly retryDelaysMs?: readonly number[];
};

export type Webhooks = {
  readonly log: DeliveryLog;
  readonly faults: FaultPlan;
  /** Topics the app subscribes to which this shop never sends. */
  readonly unsimulatedTopics: readonly string[];
  /** Webhooks not yet delivered nor given up. */
  readonly pendingCount: () => number;
  /** Sends a privacy request, installed or not, as Shopify does. */
  sendCompliance(request: Parameters<typeof compliancePayload>[0]): void;
  stop(): Promise<void>;
};

/** Sends webhooks on what happens in the world, to the subscriptions of the app's configuration. */
export function startWebhooks(
  { world, config }: Pick<SimulatedShopContext, "world" | "config">,
  options: WebhookOptions,
): Webhooks {
  const subscriptions = options.appConfiguration?.webhookSubscriptions ?? [];
  const apiVersion = options.appConfiguration?.webhookApiVersion ?? "2026-07";
  const topics = new Set(subscriptions.map(({ topic }) => topic));
  const log = new DeliveryLog();
  const faults = new FaultPlan();
  const { clientSecret } = config;
  const queue = new DeliveryQueue({
    clientSecret,
    ...(options.retryDelaysMs && { retryDelaysMs: options.retryDelaysMs }),
  });

  function notify(event: WorldEvent): void {
    const topic = topicOfEvent(event.kind);
    if (topic === null || !topics.has(topic)) return;
    // By the time the app hears that it was uninstalled it no longer is installed.
    if (!options.installation.isInstalled && event.kind !== "app-uninstalled") return;
    const payload = payloadOfEvent(event, world);
    if (payload !== null) send(topic, payload, event.actionId);
  }

  function send(topic: string, payload: Readonly<Record<string, unknown>>, actionId: string): void {
    const triggeredAt = new Date().toISOString();
    for (const subscription of subscriptions.filter((declared) => declared.topic === topic)) {
      const address = addressOf(subscription, config.appUrl);
      const delivery: Delivery = {
        envelope: {
          topic,
          webhookId: randomUUID(),
          eventId: eventIdOf(actionId, config.shopDomain),
          triggeredAt,
          shopDomain: config.shopDomain,
          apiVersion,
          name: subscription.name,
        },
        url: address.kind === "loopback" ? address.url : subscription.uri,
        body: JSON.stringify(trimmed(payload, subscription)),
        fault: faults.strike(topic),
        attempts: [],
        state:
          address.kind === "loopback"
            ? { kind: "waiting", nextAttemptAtMs: null }
            : { kind: "not-sent", reason: address.reason },
      };
      log.add(delivery);
      if (address.kind === "loopback") enqueue(delivery);
    }
  }

  function enqueue(delivery: Delivery): void {
    const { fault } = delivery;
    if (fault?.kind === "drop") {
      delivery.state = { kind: "not-sent", reason: "dropped by the fault plan" };
      return;
    }
    queue.add(delivery, { delayMs: fault?.kind === "delay" ? fault.delayMs : 0 });
    for (let extra = 0; fault?.kind === "repeat" && extra < fault.extraTimes; extra += 1) {
      const repetition: Delivery = { ...delivery, attempts: [] };
      log.add(repetition);
      queue.add(repetition);
    }
  }

  const stopListening = world.events.onAny(notify);
  return {
    log,
    faults,
    unsimulatedTopics: [...topics].filter((topic) => !isSimulatedTopic(topic)),
    pendingCount: () => queue.pendingCount,
    sendCompliance(request) {
      send(request.topic, compliancePayload(request, world), newActionId(world));
    },
    async stop() {
      stopListening();
      await queue.stop();
    },
  };
}

function trimmed(
  payload: Readonly<Record<string, unknown>>,
  { includeFields }: WebhookSubscription,
): Readonly<Record<string, unknown>> {
  if (includeFields === null) return payload;
  return Object.fromEntries(
    Object.entries(payload).filter(([field]) => includeFields.includes(field)),
  );
}
