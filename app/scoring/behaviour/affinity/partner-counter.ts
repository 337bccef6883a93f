import { medianOf } from "../median.ts";
import type { Visits } from "../visits.ts";
import type { Association, AssociationMinimums, ItemAssociations, Partner } from "./association.ts";
import { compareKeys } from "../compare-keys.ts";
import type { ItemIndex } from "./item-index.ts";
import { indexItems, ownersOf } from "./item-index.ts";

const noPartner = -1;

/** Counts what is in the partner visits of one item after another; its counters are as long as there are items. */
export class PartnerCounter {
  readonly #visits: Visits;
  readonly #isSameVisit: boolean;
  readonly #index: ItemIndex;
  readonly #owners: Uint32Array;
  readonly #partners: Int32Array;
  /** m(b) of each item, and N. */
  readonly #partnersWith: Uint32Array;
  readonly #partnered: number;
  readonly #together: Uint32Array;
  readonly #customers: Uint32Array;
  readonly #lastOwner: Int32Array;

  constructor(visits: Visits, partner: Partner, step: number | null) {
    const itemCount = visits.itemKeys.length;
    this.#visits = visits;
    this.#isSameVisit = partner === "same-visit";
    this.#index = indexItems(visits);
    this.#owners = ownersOf(visits);
    this.#partners = this.#isSameVisit
      ? Int32Array.from(visits.day, (_, visit) => visit)
      : nextVisits(visits, step);
    this.#partnersWith = new Uint32Array(itemCount);
    this.#partnered = this.#countPartners();
    this.#together = new Uint32Array(itemCount);
    this.#customers = new Uint32Array(itemCount);
    this.#lastOwner = new Int32Array(itemCount).fill(-1);
  }

  /** `null` when too few customers had the item. */
  associationsOf(item: number, minimums: AssociationMinimums): ItemAssociations | null {
    const ofItem = this.#index.visit.subarray(
      this.#index.offsets[item],
      this.#index.offsets[item + 1],
    );
    if (ofItem.length < minimums.leastCustomers) return null;
    const { visits, customers, touched } = this.#count(item, ofItem);
    const enough = customers >= minimums.leastCustomers;
    const kept = enough
      ? touched
          .filter((other) => (this.#customers[other] ?? 0) >= minimums.leastTogether)
          .map((other) => ({ other, association: this.#associationOf(other, visits) }))
          .sort((a, b) => compareAssociations(a.association, b.association))
          .slice(0, minimums.mostPerItem)
      : [];
    this.#reset(touched);
    if (!enough) return null;
    if (!this.#isSameVisit) this.#measureDays(ofItem, kept);
    const associations = kept.map(({ association }) => association);
    return { item: this.#keyOf(item), visits, customers, with: associations };
  }

  #count(item: number, ofItem: Uint32Array) {
    const { itemOffsets, item: items } = this.#visits;
    const touched: number[] = [];
    let visits = 0;
    let customers = 0;
    let owner = -1;
    for (const visit of ofItem) {
      const partner = this.#partners[visit] ?? noPartner;
      if (partner === noPartner) continue;
      visits++;
      const visitOwner = this.#owners[visit] ?? 0;
      if (visitOwner !== owner) customers++;
      owner = visitOwner;
      const end = itemOffsets[partner + 1] ?? 0;
      for (let position = itemOffsets[partner] ?? 0; position < end; position++) {
        const other = items[position] ?? 0;
        if (this.#isSameVisit && other === item) continue;
        const before = this.#together[other] ?? 0;
        if (before === 0) touched.push(other);
        this.#together[other] = before + 1;
        if (this.#lastOwner[other] === owner) continue;
        this.#lastOwner[other] = owner;
        this.#customers[other] = (this.#customers[other] ?? 0) + 1;
      }
    }
    return { visits, customers, touched };
  }

  #associationOf(other: number, visits: number): Association {
    const support = this.#together[other] ?? 0;
    return {
      item: this.#keyOf(other),
      support,
      customers: this.#customers[other] ?? 0,
      confidence: support / visits,
      lift: (support * this.#partnered) / (visits * (this.#partnersWith[other] ?? 1)),
      medianDays: 0,
    };
  }

  #reset(touched: readonly number[]): void {
    for (const other of touched) {
      this.#together[other] = 0;
      this.#customers[other] = 0;
      this.#lastOwner[other] = -1;
    }
  }

  /** Goes over the visits again, for the few items that are reported. */
  #measureDays(ofItem: Uint32Array, kept: { other: number; association: Association }[]): void {
    const { day, itemOffsets, item: items } = this.#visits;
    const daysByItem = new Map<number, number[]>(kept.map(({ other }) => [other, []]));
    for (const visit of ofItem) {
      const partner = this.#partners[visit] ?? noPartner;
      if (partner === noPartner) continue;
      const days = (day[partner] ?? 0) - (day[visit] ?? 0);
      const end = itemOffsets[partner + 1] ?? 0;
      for (let position = itemOffsets[partner] ?? 0; position < end; position++)
        daysByItem.get(items[position] ?? 0)?.push(days);
    }
    for (const { other, association } of kept)
      association.medianDays = medianOf(daysByItem.get(other) ?? []);
  }

  #countPartners(): number {
    const { itemOffsets, item } = this.#visits;
    let partnered = 0;
    for (const partner of this.#partners) {
      if (partner === noPartner) continue;
      partnered++;
      const end = itemOffsets[partner + 1] ?? 0;
      for (let position = itemOffsets[partner] ?? 0; position < end; position++) {
        const one = item[position] ?? 0;
        this.#partnersWith[one] = (this.#partnersWith[one] ?? 0) + 1;
      }
    }
    return partnered;
  }

  #keyOf(item: number): string {
    return this.#visits.itemKeys[item] ?? "";
  }
}

/** The customer's next visit of each visit, only of their `step`th one unless `null`; −1 where there is none. */
function nextVisits({ customerCount, offsets, day }: Visits, step: number | null): Int32Array {
  const next = new Int32Array(day.length).fill(noPartner);
  for (let customer = 0; customer < customerCount; customer++) {
    const first = offsets[customer] ?? 0;
    const last = (offsets[customer + 1] ?? 0) - 1;
    for (let visit = first; visit < last; visit++)
      if (step === null || visit - first === step - 1) next[visit] = visit + 1;
  }
  return next;
}

/** By lift · support; equal products of the two by the greater support, then by key. */
function compareAssociations(a: Association, b: Association): number {
  return (
    b.lift * b.support - a.lift * a.support || b.support - a.support || compareKeys(a.item, b.item)
  );
}
