import type { Baskets } from "../baskets.ts";

/** Days on which something of the vendor was bought, and what was spent on it. */
export type VendorUse = { vendor: string; choices: number; netMinor: number };

/** Adds up what customers chose, with a place for each vendor. */
export class VendorTally {
  readonly #baskets: Baskets;
  readonly #asOfDay: number;
  readonly #choices: Uint32Array;
  readonly #netMinor: Float64Array;
  /** The visit that chose the vendor last: a vendor is chosen once a visit. */
  readonly #lastVisit: Float64Array;
  #chosen: number[] = [];
  #visits = 0;

  constructor(baskets: Baskets, asOfDay: number) {
    this.#baskets = baskets;
    this.#asOfDay = asOfDay;
    this.#choices = new Uint32Array(baskets.vendors.length);
    this.#netMinor = new Float64Array(baskets.vendors.length);
    this.#lastVisit = new Float64Array(baskets.vendors.length);
  }

  /** Adds the customer's visits, and says how many had a known vendor. */
  add(customer: number): number {
    const { orderOffsets, orders, lines, products } = this.#baskets;
    const before = this.#visits;
    let lastDay: number | null = null;
    const end = orderOffsets[customer + 1] ?? 0;
    for (let order = orderOffsets[customer] ?? 0; order < end; order++) {
      const day = orders.day[order] ?? 0;
      if (day > this.#asOfDay) break;
      const lineEnd = orders.lineOffsets[order + 1] ?? 0;
      for (let line = orders.lineOffsets[order] ?? 0; line < lineEnd; line++) {
        const vendor = products.vendor[lines.product[line] ?? -1] ?? -1;
        if (vendor < 0) continue;
        if (day !== lastDay) this.#visits++;
        lastDay = day;
        this.#choose(vendor, lines.netMinor[line] ?? 0);
      }
    }
    return this.#visits - before;
  }

  /** What was chosen since the last `reset`. */
  report(): VendorUse[] {
    return this.#chosen.map((vendor) => ({
      vendor: this.#baskets.vendors[vendor] ?? "",
      choices: this.#choices[vendor] ?? 0,
      netMinor: this.#netMinor[vendor] ?? 0,
    }));
  }

  reset(): void {
    for (const vendor of this.#chosen) {
      this.#choices[vendor] = 0;
      this.#netMinor[vendor] = 0;
    }
    this.#chosen = [];
  }

  #choose(vendor: number, netMinor: number): void {
    this.#netMinor[vendor] = (this.#netMinor[vendor] ?? 0) + netMinor;
    if (this.#lastVisit[vendor] === this.#visits) return;
    this.#lastVisit[vendor] = this.#visits;
    const before = this.#choices[vendor] ?? 0;
    if (before === 0) this.#chosen.push(vendor);
    this.#choices[vendor] = before + 1;
  }
}
