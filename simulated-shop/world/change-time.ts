import type { Clock } from "./clock.ts";

/**
 * Gives each change of an order its own moment although the clock stands still.
 *
 * Shopify's timestamps have whole seconds; with a frozen clock every change would carry the same one and an app that
 * drops "older or equal" news would drop real news. So each change is one millisecond later than the one before,
 * across all orders (a sweep by `updated_at` relies on that), up to the last millisecond of the clock's own second:
 * from there on changes share that millisecond. Business time therefore never passes midnight by itself, also when it
 * is frozen at 23:59:59.
 */
export class ChangeTimes {
  readonly #clock: Clock;
  #lastMs: number;

  /** Continues after a moment that was handed out before. */
  constructor(clock: Clock, lastMs = Number.NEGATIVE_INFINITY) {
    this.#clock = clock;
    this.#lastMs = lastMs;
  }

  /** The last moment handed out. */
  get lastMs(): number {
    return this.#lastMs;
  }

  /** The moment of the next change, in epoch milliseconds. */
  next(): number {
    const nowMs = this.#clock.nowMs();
    const endOfSecondMs = Math.floor(nowMs / 1000) * 1000 + 999;
    this.#lastMs = Math.min(Math.max(nowMs, this.#lastMs + 1), endOfSecondMs);
    return this.#lastMs;
  }
}
