import { compareKeys } from "../compare-keys.ts";
import { medianOf } from "../median.ts";

/** A path many customers took: the lead item of their first, second and perhaps third visit. */
export type PurchasePath = {
  items: string[];
  customers: number;
  /** Of the customers whose path begins the same and who came as often, 0–1. */
  share: number;
  /** Median days from the first of these visits to the last. */
  medianDays: number;
};

/** The lead item of a visit, and its day. */
export type LeadVisit = { item: number; day: number };

/** Five customers are no accident of one household. */
const leastCustomers = 5;
const mostPaths = 50;

/** Counts paths of one length. */
export class PathTally {
  readonly #length: number;
  readonly #days = new Map<string, number[]>();
  readonly #started = new Map<string, number>();

  constructor(length: number) {
    this.#length = length;
  }

  add(leads: readonly LeadVisit[]): void {
    if (leads.length < this.#length) return;
    const items = leads.slice(0, this.#length).map(({ item }) => item);
    const days = (leads[this.#length - 1]?.day ?? 0) - (leads[0]?.day ?? 0);
    const path = items.join(" ");
    const known = this.#days.get(path);
    if (known === undefined) this.#days.set(path, [days]);
    else known.push(days);
    const start = items.slice(0, -1).join(" ");
    this.#started.set(start, (this.#started.get(start) ?? 0) + 1);
  }

  report(keys: readonly string[]): PurchasePath[] {
    return [...this.#days]
      .filter(([, days]) => days.length >= leastCustomers)
      .map(([path, days]) => {
        const items = path.split(" ");
        const started = this.#started.get(items.slice(0, -1).join(" ")) ?? days.length;
        return {
          items: items.map((item) => keys[Number(item)] ?? ""),
          customers: days.length,
          share: days.length / started,
          medianDays: medianOf(days),
        };
      })
      .sort((a, b) => b.customers - a.customers || compareLists(a.items, b.items))
      .slice(0, mostPaths);
  }
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((item, index) => item !== b[index]);
  return differs < 0 ? 0 : compareKeys(a[differs] ?? "", b[differs] ?? "");
}
