import type { BulkOperation } from "./bulk-operation.ts";
import type { Customer } from "./customer.ts";
import type { Discount, RedeemCode } from "./discount.ts";
import type { CommittedOrderEdit } from "./edit-order.ts";
import type { Job } from "./job.ts";
import type { Order, Refund } from "./order.ts";
import type { Payment } from "./payment.ts";
import type { Segment } from "./segment.ts";

/** What happened, by kind. The objects are the live ones: serialise them before returning from the listener. */
export type WorldEventPayloads = {
  "order-created": { order: Order };
  "order-updated": { order: Order };
  "order-paid": { order: Order };
  "order-cancelled": { order: Order };
  "order-deleted": { orderId: number };
  "order-edited": { order: Order; edit: CommittedOrderEdit };
  "payment-received": { order: Order; payment: Payment };
  "refund-created": { order: Order; refund: Refund };
  "customer-created": { customer: Customer };
  "customer-updated": { customer: Customer };
  "customer-deleted": { customerId: number };
  "customer-email-consent-updated": { customer: Customer };
  /** Number of orders, amount spent or last order changed. */
  "customer-purchases-changed": { customer: Customer };
  "customers-merged": { kept: Customer; deletedId: number; job: Job };
  "customer-tags-added": { customer: Customer; tags: readonly string[] };
  "customer-tags-removed": { customer: Customer; tags: readonly string[] };
  "segment-created": { segment: Segment };
  "segment-updated": { segment: Segment };
  "segment-deleted": { segmentId: number };
  "discount-created": { discount: Discount };
  "discount-updated": { discount: Discount };
  "discount-deleted": { discount: Discount };
  "discount-code-added": { discount: Discount; code: RedeemCode };
  "discount-code-removed": { discount: Discount; code: RedeemCode };
  "bulk-operation-finished": { operation: BulkOperation };
  "app-scopes-updated": { previous: readonly string[]; current: readonly string[] };
  "app-uninstalled": { shopId: number };
  "clock-advanced": { formerMs: number; nowMs: number };
};

export type WorldEventKind = keyof WorldEventPayloads;

/** `actionId` is the same for everything one action of the merchant, a customer or an app caused (X-Shopify-Event-Id). */
export type WorldEventOf<Kind extends WorldEventKind> = WorldEventPayloads[Kind] & {
  kind: Kind;
  actionId: string;
};
export type WorldEvent = { [Kind in WorldEventKind]: WorldEventOf<Kind> }[WorldEventKind];

/** Calls listeners at once, in the order they were added, after the state has changed. */
export class WorldEvents {
  readonly #listeners = new Set<(event: WorldEvent) => void>();

  /** Listens to one kind of event. Returns a function that stops listening. */
  on<Kind extends WorldEventKind>(
    kind: Kind,
    listener: (event: WorldEventOf<Kind>) => void,
  ): () => void {
    return this.onAny((event) => {
      if (isOfKind(event, kind)) listener(event);
    });
  }

  /** Listens to everything. Returns a function that stops listening. */
  onAny(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  emit(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function isOfKind<Kind extends WorldEventKind>(
  event: WorldEvent,
  kind: Kind,
): event is WorldEvent & WorldEventOf<Kind> {
  return event.kind === kind;
}
