import type { Fault } from "./fault-plan.ts";
import type { WebhookEnvelope } from "./webhook-request.ts";

/** One try: an HTTP status, or why there was none. */
export type DeliveryAttempt = {
  readonly atMs: number;
  readonly durationMs: number;
  readonly result:
    | { readonly kind: "answered"; readonly status: number }
    | { readonly kind: "unanswered"; readonly reason: string };
};

export type DeliveryState =
  | {
      readonly kind: "waiting";
      /** Real time of the next try; null when it is queued or under way. */ readonly nextAttemptAtMs:
        number | null;
    }
  | { readonly kind: "delivered" }
  | { readonly kind: "failed" }
  | { readonly kind: "not-sent"; readonly reason: string };

/** A webhook and what became of it. */
export type Delivery = {
  readonly envelope: WebhookEnvelope;
  readonly url: string;
  readonly body: string;
  readonly fault: Fault | null;
  readonly attempts: DeliveryAttempt[];
  state: DeliveryState;
};

const KEPT = 300;

/** The latest webhooks, newest last. Older ones are forgotten, so that a long demo does not grow. */
export class DeliveryLog {
  #deliveries: Delivery[] = [];

  add(delivery: Delivery): void {
    this.#deliveries.push(delivery);
    if (this.#deliveries.length > 2 * KEPT) this.#deliveries = this.#deliveries.slice(-KEPT);
  }

  /** The latest delivery of the webhook with this id. */
  find(webhookId: string): Delivery | undefined {
    return this.#deliveries.findLast(({ envelope }) => envelope.webhookId === webhookId);
  }

  /** Newest first. */
  latest(count: number = KEPT): readonly Delivery[] {
    return this.#deliveries.slice(-count).reverse();
  }
}
