import { randomUUID } from "node:crypto";
import type { SimulatedShopContext } from "../context.ts";
import type { AppConfiguration } from "../tokens/app-configuration.ts";
import type { WorldEvent } from "../world/events.ts";
import { newActionId } from "../world/world.ts";
import { addressOf } from "./delivery-address.ts";
import { DeliveryLog, type Delivery } from "./delivery-log.ts";
import { DeliveryQueue, type RetryPlan } from "./delivery-queue.ts";
import { FaultPlan } from "./fault-plan.ts";
import { HeldDeliveries } from "./held-deliveries.ts";
import { IdenticalPayloads } from "./identical-payloads.ts";
import { compliancePayload } from "./payloads/compliance-payloads.ts";
import { isSimulatedTopic, payloadOfEvent, topicOfEvent } from "./topic-of-event.ts";
import { eventIdOf } from "./webhook-request.ts";
import type { ApiWebhookSubscription, WebhookSubscription } from "../world/webhook-subscription.ts";

export type WebhookOptions = RetryPlan & {
  /** Declares the subscriptions; null when no app is under test. */
  readonly appConfiguration: Pick<
    AppConfiguration,
    "webhookApiVersion" | "webhookSubscriptions"
  > | null;
  /** Declared subscriptions hear nothing before the app is installed. */
  readonly installation: { readonly isInstalled: boolean };
};

export type Webhooks = {
  readonly log: DeliveryLog;
  readonly faults: FaultPlan;
  /** Topics the app subscribes to which this shop never sends. */
  readonly unsimulatedTopics: readonly string[];
  /** Webhooks not yet delivered nor given up. */
  readonly pendingCount: () => number;
  /** Sends a webhook once more, with the same id and body and no fault; false when there is none that could be sent. */
  sendAgain(webhookId: string): boolean;
  /** Sends a privacy request, installed or not, as Shopify does. */
  sendCompliance(request: Parameters<typeof compliancePayload>[0]): void;
  stop(): Promise<void>;
};

type Payload = Readonly<Record<string, unknown>>;

/** Sends webhooks on what happens in the world, to the subscriptions that the app declares or has made. */
export function startWebhooks(
  { world, config }: Pick<SimulatedShopContext, "world" | "config">,
  { appConfiguration, installation, ...retryPlan }: WebhookOptions,
): Webhooks {
  const declared = appConfiguration?.webhookSubscriptions ?? [];
  const apiVersion = appConfiguration?.webhookApiVersion ?? "2026-07";
  const declaredTopics = [...new Set(declared.map(({ topic }) => topic))];
  const log = new DeliveryLog();
  const faults = new FaultPlan();
  const identical = new IdenticalPayloads();
  const subscriptionOf = new WeakMap<Delivery, ApiWebhookSubscription>();
  const queue = new DeliveryQueue(world, {
    ...retryPlan,
    clientSecret: config.clientSecret,
    onFailed: (delivery) => {
      const made = subscriptionOf.get(delivery);
      if (made !== undefined) world.webhookSubscriptions.delete(made.id);
    },
  });
  const held = new HeldDeliveries((delivery) => {
    queue.add(delivery);
  });

  function notify(event: WorldEvent): void {
    const topic = topicOfEvent(event.kind);
    if (topic === null) return;
    // By the time the app hears that it was uninstalled it no longer is installed.
    const isDeclaredSent = installation.isInstalled || event.kind === "app-uninstalled";
    const toDeclared = isDeclaredSent ? declared.filter((each) => each.topic === topic) : [];
    const toMade = [...world.webhookSubscriptions.values()].filter((each) => each.topic === topic);
    if (toDeclared.length + toMade.length === 0) return;
    const payload = payloadOfEvent(event, world);
    if (payload === null) return;
    for (const subscription of toDeclared) send(subscription, apiVersion, payload, event.actionId);
    for (const made of toMade) {
      const delivery = send(made, made.apiVersion, payload, event.actionId);
      subscriptionOf.set(delivery, made);
    }
  }

  function send(
    subscription: WebhookSubscription,
    version: string,
    payload: Payload,
    actionId: string,
  ): Delivery {
    const { topic, name, uri } = subscription;
    const address = addressOf(subscription, config.appUrl);
    const body = JSON.stringify(trimmed(payload, subscription));
    const isSent =
      address.kind === "loopback" && !identical.isRepeated(subscription, payload["id"], body);
    const fault = isSent ? faults.strike(topic) : null;
    const skewMs = fault?.kind === "clock-skew" ? fault.skewMs : 0;
    const delivery: Delivery = {
      envelope: {
        topic,
        webhookId: randomUUID(),
        eventId: eventIdOf(actionId, config.shopDomain),
        triggeredAt: new Date(Date.now() + skewMs).toISOString(),
        shopDomain: config.shopDomain,
        apiVersion: version,
        name,
      },
      url: address.kind === "loopback" ? address.url : uri,
      body,
      fault,
      attempts: [],
      state: { kind: "waiting", nextAttemptAtMs: null },
    };
    log.add(delivery);
    if (address.kind !== "loopback") delivery.state = { kind: "not-sent", reason: address.reason };
    else if (!isSent)
      delivery.state = { kind: "not-sent", reason: "the same was said by the webhook before" };
    else enqueue(delivery);
    return delivery;
  }

  function enqueue(delivery: Delivery): void {
    const { fault } = delivery;
    switch (fault?.kind) {
      case "drop":
        delivery.state = { kind: "not-sent", reason: "dropped by the fault plan" };
        return;
      case "delay":
        queue.add(delivery, { delayMs: fault.delayMs });
        return;
      case "reorder":
        held.hold(delivery, fault);
        return;
      case "repeat":
        queue.add(delivery);
        for (let extra = 0; extra < fault.extraTimes; extra += 1) {
          const repetition: Delivery = { ...delivery, attempts: [] };
          log.add(repetition);
          queue.add(repetition);
        }
        return;
      default:
        queue.add(delivery);
    }
  }

  const stopListening = world.events.onAny(notify);
  return {
    log,
    faults,
    unsimulatedTopics: declaredTopics.filter((topic) => !isSimulatedTopic(topic)),
    pendingCount: () => queue.pendingCount + held.count,
    sendCompliance(request) {
      const payload = compliancePayload(request, world);
      const actionId = newActionId(world);
      for (const subscription of declared.filter(({ topic }) => topic === request.topic))
        send(subscription, apiVersion, payload, actionId);
    },
    sendAgain(webhookId) {
      const delivery = log.find(webhookId);
      if (delivery === undefined || !URL.canParse(delivery.url)) return false;
      const again: Delivery = { ...delivery, fault: null, attempts: [] };
      const made = subscriptionOf.get(delivery);
      if (made !== undefined) subscriptionOf.set(again, made);
      log.add(again);
      queue.add(again);
      return true;
    },
    async stop() {
      stopListening();
      held.stop();
      await queue.stop();
    },
  };
}

function trimmed(payload: Payload, { includeFields }: WebhookSubscription): Payload {
  if (includeFields === null) return payload;
  return Object.fromEntries(
    Object.entries(payload).filter(([field]) => includeFields.includes(field)),
  );
}
