import type { WorldEvent, WorldEventKind } from "../world/events.ts";
import { gidOf } from "../world/gid.ts";
import type { World } from "../world/world.ts";
import { bulkOperationPayload, scopesPayload, shopPayload } from "./payloads/app-payloads.ts";
import { COMPLIANCE_TOPICS } from "./payloads/compliance-payloads.ts";
import { customerPayload, customerTagsPayload } from "./payloads/customer-payload.ts";
import {
  emailConsentPayload,
  mergePayload,
  purchasingSummaryPayload,
} from "./payloads/customer-change-payloads.ts";
import { discountPayload, redeemCodePayload } from "./payloads/discount-payload.ts";
import { orderEditPayload } from "./payloads/order-edit-payload.ts";
import { orderPayload } from "./payloads/order-payload.ts";
import { refundPayload } from "./payloads/refund-payload.ts";
import { segmentPayload } from "./payloads/segment-payload.ts";
import { transactionPayload } from "./payloads/transaction-payload.ts";

const TOPICS_BY_KIND: Partial<Record<WorldEventKind, string>> = {
  "order-created": "orders/create",
  "order-updated": "orders/updated",
  "order-paid": "orders/paid",
  "order-cancelled": "orders/cancelled",
  "order-deleted": "orders/delete",
  "order-edited": "orders/edited",
  "payment-received": "order_transactions/create",
  "refund-created": "refunds/create",
  "customer-created": "customers/create",
  "customer-updated": "customers/update",
  "customer-deleted": "customers/delete",
  "customer-email-consent-updated": "customers_email_marketing_consent/update",
  "customer-purchases-changed": "customers/purchasing_summary",
  "customers-merged": "customers/merge",
  "segment-created": "segments/create",
  "segment-updated": "segments/update",
  "segment-deleted": "segments/delete",
  "discount-created": "discounts/create",
  "discount-updated": "discounts/update",
  "discount-deleted": "discounts/delete",
  "discount-code-added": "discounts/redeemcode_added",
  "discount-code-removed": "discounts/redeemcode_removed",
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
    case "order-edited":
      return orderEditPayload(event.order, event.edit, world);
    case "payment-received":
      return transactionPayload(event.order, event.payment, world);
    case "customer-email-consent-updated":
      return emailConsentPayload(event.customer, world);
    case "customer-purchases-changed":
      return purchasingSummaryPayload(event.customer, world);
    case "customers-merged":
      return mergePayload(event);
    case "segment-created":
    case "segment-updated":
      return segmentPayload(event.segment, world);
    case "segment-deleted":
      return { admin_graphql_api_id: gidOf("Segment", event.segmentId) };
    case "discount-created":
    case "discount-updated":
    case "discount-deleted":
      return discountPayload(event.discount, world);
    case "discount-code-added":
    case "discount-code-removed":
      return redeemCodePayload(event.discount, event.code, world);
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
