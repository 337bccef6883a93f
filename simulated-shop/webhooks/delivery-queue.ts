import type { World } from "../world/world.ts";
import type { Delivery } from "./delivery-log.ts";
import { isSuccess, sendWebhook } from "./send-webhook.ts";
import { SimulatedTimers } from "./simulated-timers.ts";

const MINUTE_MS = 60_000;

/** Shopify tries eight times more, over four hours. That they double is our assumption: the steps are not documented. */
export const RETRY_DELAYS_MS: readonly number[] = [1, 2, 4, 8, 15, 30, 60, 120].map(
  (minutes) => minutes * MINUTE_MS,
);

/** Four hours of retries pass in a minute. */
export const RETRY_TIME_LAPSE = 240;

const MAX_UNDER_WAY = 20;

export type RetryPlan = {
  /** Simulated time before the second try, the third and so on. */
  readonly retryDelaysMs?: readonly number[];
  /** How many times faster than real time the waits pass. */
  readonly retryTimeLapse?: number;
};

/** Sends deliveries, some at a time, in the order they came, and tries failed ones again. */
export class DeliveryQueue {
  readonly #clientSecret: string;
  readonly #retryDelaysMs: readonly number[];
  readonly #onFailed: (delivery: Delivery) => void;
  readonly #stopping = new AbortController();
  #queued: Delivery[] = [];
  /** Those before it are gone: taking the first out of an array of a whole base's webhooks would move all others. */
  #firstQueued = 0;
  readonly #underWay = new Set<Promise<void>>();
  readonly #retries: SimulatedTimers;
  readonly #late = new Set<NodeJS.Timeout>();

  constructor(
    world: Pick<World, "events">,
    {
      clientSecret,
      onFailed,
      retryDelaysMs = RETRY_DELAYS_MS,
      retryTimeLapse = RETRY_TIME_LAPSE,
    }: RetryPlan & { clientSecret: string; onFailed: (delivery: Delivery) => void },
  ) {
    this.#clientSecret = clientSecret;
    this.#onFailed = onFailed;
    this.#retryDelaysMs = retryDelaysMs;
    this.#retries = new SimulatedTimers(world, retryTimeLapse);
  }

  /** Webhooks not yet delivered nor given up. */
  get pendingCount(): number {
    return (
      this.#queued.length -
      this.#firstQueued +
      this.#underWay.size +
      this.#late.size +
      this.#retries.count
    );
  }

  /** Sends now, or after a wait in real time. */
  add(delivery: Delivery, { delayMs = 0 }: { delayMs?: number } = {}): void {
    if (delayMs === 0) {
      this.#queued.push(delivery);
      this.#sendQueued();
      return;
    }
    delivery.state = { kind: "waiting", nextAttemptAtMs: Date.now() + delayMs };
    const timer = setTimeout(() => {
      this.#late.delete(timer);
      this.add(delivery);
    }, delayMs);
    this.#late.add(timer);
  }

  /** Ends everything: what is under way is broken off, what waits is forgotten. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const timer of this.#late) clearTimeout(timer);
    this.#late.clear();
    this.#retries.stop();
    this.#queued = [];
    this.#firstQueued = 0;
    await Promise.all(this.#underWay);
  }

  #sendQueued(): void {
    while (this.#underWay.size < MAX_UNDER_WAY && !this.#stopping.signal.aborted) {
      const delivery = this.#takeQueued();
      if (delivery === undefined) return;
      const sending = this.#send(delivery).finally(() => {
        this.#underWay.delete(sending);
        this.#sendQueued();
      });
      this.#underWay.add(sending);
    }
  }

  #takeQueued(): Delivery | undefined {
    const delivery = this.#queued[this.#firstQueued];
    this.#firstQueued += 1;
    if (2 * this.#firstQueued > this.#queued.length) {
      this.#queued = this.#queued.slice(this.#firstQueued);
      this.#firstQueued = 0;
    }
    return delivery;
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
    if (delayMs === undefined || this.#stopping.signal.aborted) {
      delivery.state = { kind: "failed" };
      this.#onFailed(delivery);
      return;
    }
    const nextAttemptAtMs = this.#retries.after(delayMs, () => {
      this.add(delivery);
    });
    delivery.state = { kind: "waiting", nextAttemptAtMs };
  }
}
