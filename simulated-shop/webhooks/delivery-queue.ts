import type { Delivery } from "./delivery-log.ts";
import { isSuccess, sendWebhook } from "./send-webhook.ts";

/** Waits before the second try, the third and so on. Shopify tries nine times over four hours; a demo has no hours. */
export const RETRY_DELAYS_MS: readonly number[] = [1_000, 5_000, 15_000, 60_000];
const MAX_UNDER_WAY = 20;

/** Sends deliveries, some at a time, in the order they came, and tries failed ones again. */
export class DeliveryQueue {
  readonly #clientSecret: string;
  readonly #retryDelaysMs: readonly number[];
  readonly #stopping = new AbortController();
  readonly #queued: Delivery[] = [];
  readonly #underWay = new Set<Promise<void>>();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor({
    clientSecret,
    retryDelaysMs = RETRY_DELAYS_MS,
  }: {
    clientSecret: string;
    retryDelaysMs?: readonly number[];
  }) {
    this.#clientSecret = clientSecret;
    this.#retryDelaysMs = retryDelaysMs;
  }

  /** Webhooks not yet delivered nor given up. */
  get pendingCount(): number {
    return this.#queued.length + this.#underWay.size + this.#timers.size;
  }

  /** Sends now, or after a wait. */
  add(delivery: Delivery, { delayMs = 0 }: { delayMs?: number } = {}): void {
    if (delayMs > 0) this.#later(delivery, delayMs);
    else {
      this.#queued.push(delivery);
      this.#sendQueued();
    }
  }

  /** Ends everything: what is under way is broken off, what waits is forgotten. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#queued.length = 0;
    await Promise.all(this.#underWay);
  }

  #sendQueued(): void {
    while (this.#underWay.size < MAX_UNDER_WAY && !this.#stopping.signal.aborted) {
      const delivery = this.#queued.shift();
      if (delivery === undefined) return;
      const sending = this.#send(delivery).finally(() => {
        this.#underWay.delete(sending);
        this.#sendQueued();
      });
      this.#underWay.add(sending);
    }
  }

  async #send(delivery: Delivery): Promise<void> {
    delivery.state = { kind: "waiting", nextAttemptAtMs: null };
    const attempt = await sendWebhook(delivery, this.#clientSecret, this.#stopping.signal);
    delivery.attempts.push(attempt);
    if (isSuccess(attempt)) {
      delivery.state = { kind: "delivered" };
      return;
    }
    const delayMs = this.#retryDelaysMs[delivery.attempts.length - 1];
    if (delayMs === undefined || this.#stopping.signal.aborted) delivery.state = { kind: "failed" };
    else this.#later(delivery, delayMs);
  }

  #later(delivery: Delivery, delayMs: number): void {
    delivery.state = { kind: "waiting", nextAttemptAtMs: Date.now() + delayMs };
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.add(delivery);
    }, delayMs);
    this.#timers.add(timer);
  }
}
