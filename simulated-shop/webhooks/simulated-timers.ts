import type { World } from "../world/world.ts";

type Timer = { leftMs: number; sinceMs: number; act: () => void; handle: NodeJS.Timeout };

/**
 * Waits in simulated time, which passes in two ways: real time counts `timeLapse` times, so that Shopify's four hours
 * of retries fit into a minute; and moving the shop's clock forward counts as it is.
 */
export class SimulatedTimers {
  readonly #timeLapse: number;
  readonly #timers = new Set<Timer>();
  readonly #stopListening: () => void;

  constructor({ events }: Pick<World, "events">, timeLapse: number) {
    this.#timeLapse = timeLapse;
    this.#stopListening = events.on("clock-advanced", ({ formerMs, nowMs }) => {
      this.#pass(nowMs - formerMs);
    });
  }

  get count(): number {
    return this.#timers.size;
  }

  /** Acts after this much simulated time. Returns the real moment at which that is, if nobody moves the clock. */
  after(delayMs: number, act: () => void): number {
    const waitMs = delayMs / this.#timeLapse;
    const timer: Timer = {
      leftMs: delayMs,
      sinceMs: Date.now(),
      act,
      handle: setTimeout(() => {
        this.#fire(timer);
      }, waitMs),
    };
    this.#timers.add(timer);
    return timer.sinceMs + waitMs;
  }

  /** Forgets everything that waits. */
  stop(): void {
    this.#stopListening();
    for (const { handle } of this.#timers) clearTimeout(handle);
    this.#timers.clear();
  }

  #pass(passedMs: number): void {
    const nowMs = Date.now();
    for (const timer of this.#timers) {
      timer.leftMs -= (nowMs - timer.sinceMs) * this.#timeLapse + passedMs;
      timer.sinceMs = nowMs;
    }
    const inTurn = [...this.#timers].sort((a, b) => a.leftMs - b.leftMs);
    for (const timer of inTurn) {
      if (timer.leftMs <= 0) this.#fire(timer);
      else this.#restart(timer);
    }
  }

  #restart(timer: Timer): void {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(() => {
      this.#fire(timer);
    }, timer.leftMs / this.#timeLapse);
  }

  #fire(timer: Timer): void {
    clearTimeout(timer.handle);
    if (this.#timers.delete(timer)) timer.act();
  }
}
