import type { WorldEvent, WorldEventKind } from "../world/events.ts";
import type { World } from "../world/world.ts";
import { bulkOperationPayload, scopesPayload, shopPayload } from "./payloads/app-payloads.ts";
import { COMPLIANCE_TOPICS } from "./payloads/compliance-payloads.ts";
import { customerPayload, customerTagsPayload } from "./payloads/customer-payload.ts";
import { orderPayload } from "./payloads/order-payload.ts";
import { refundPayload } from "./payloads/refund-payload.ts";

const TOPICS_BY_KIND: Partial<Record<WorldEventKind, string>> = {
  "order-created": "orders/create",
  "order-updated": "orders/updated",
  "order-paid": "orders/paid",
  "order-cancelled": "orders/cancelled",
  "order-deleted": "orders/delete",
  "refund-created": "refunds/create",
  "customer-created": "customers/create",
  "customer-updated": "customers/update",
  "customer-deleted": "customers/delete",
  "customer-tags-added": "customer.tags_added",
  "customer-tags-removed": "customer.tags_removed",
  "bulk-operation-finished": "bulk_operations/finish",
  "app-scopes-updated": "app/scopes_update",
  "app-uninstalled": "app/uninstalled",
};

/** The webhook topic of an event, or null when the simulated shop sends none for it. */
export function topicOfEvent(kind: WorldEventKind): string | null {
  return TOPICS_BY_KIND[kind] ?? null;
}

/** What an app can subscribe to through the Admin API. */
export const SIMULATED_TOPICS: readonly string[] = Object.values(TOPICS_BY_KIND);

/** True when the simulated shop sends this topic: by itself, or on demand as the compliance ones. */
export function isSimulatedTopic(topic: string): boolean {
  return (
    SIMULATED_TOPICS.includes(topic) || COMPLIANCE_TOPICS.some((compliance) => compliance === topic)
  );
}

/** The body of an event's webhook, before it is turned into JSON. Null for events without a topic. */
export function payloadOfEvent(
  event: WorldEvent,
  world: World,
): Readonly<Record<string, unknown>> | null {
  switch (event.kind) {
    case "order-created":
    case "order-updated":
    case "order-paid":
    case "order-cancelled":
      return orderPayload(event.order, world);
    case "order-deleted":
      return { id: event.orderId };
    case "refund-created":
      return refundPayload(event.refund, event.order, world);
    case "customer-created":
    case "customer-updated":
      return customerPayload(event.customer, world);
    case "customer-deleted":
      return { id: event.customerId };
    case "customer-tags-added":
    case "customer-tags-removed":
      return customerTagsPayload(event.customer, event.tags, world.clock.now());
    case "bulk-operation-finished":
      return bulkOperationPayload(event.operation);
    case "app-scopes-updated":
      return scopesPayload(event, world);
    case "app-uninstalled":
      return shopPayload(world);
    default:
      return null;
  }
}
