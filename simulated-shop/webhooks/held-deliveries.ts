import type { Delivery } from "./delivery-log.ts";

/** Deliveries that wait for one another, to be sent last one first. */
export class HeldDeliveries {
  readonly #release: (delivery: Delivery) => void;
  #held: Delivery[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(release: (delivery: Delivery) => void) {
    this.#release = release;
  }

  get count(): number {
    return this.#held.length;
  }

  /** Holds it until `among` are held; the first one held says how long at most. */
  hold(delivery: Delivery, { among, withinMs }: { among: number; withinMs: number }): void {
    this.#held.push(delivery);
    if (this.#held.length >= among) this.#releaseAll();
    else
      this.#timer ??= setTimeout(() => {
        this.#releaseAll();
      }, withinMs);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#held = [];
  }

  #releaseAll(): void {
    const held = this.#held;
    this.stop();
    for (const delivery of held.reverse()) this.#release(delivery);
  }
}
