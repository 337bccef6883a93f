import { compareKeys } from "../compare-keys.ts";
import type { Visits } from "../visits.ts";
import type { AssociationMinimums, ItemAssociations, Partner } from "./association.ts";
import { defaultMinimums } from "./association.ts";
import { PartnerCounter } from "./partner-counter.ts";

/** `step`: only from a customer's nth visit to the next, 1 = from the first; `null` = from all. */
export type AssociationOptions = Partial<AssociationMinimums> & { step?: number | null };

/**
 * What goes with each item: in the customer's next visit, or in the same basket.
 *
 *     N = visits that have a partner (for the same basket: all),  n(a) = those with a,  m(b) = those whose partner has b
 *     support = n(a,b)      confidence = n(a,b) / n(a)      lift = n(a,b) · N / (n(a) · m(b))
 *
 * Ranked by lift · support, then by support, then by key. An item goes with itself in the next visit (bought again) but
 * not in the same basket. Every pair of items above the minimums is counted exactly: item by item over an inverted index,
 * time Σ |visit| · |partner|, memory one counter per item, no table of pairs.
 *
 * Example: four customers buy twice, tea → cup, tea → cup, tea → tea, cup → cup. After tea comes a cup 2 times of 3:
 * confidence 2/3, and as 3 of the 4 second visits have one, lift (2 · 4) / (3 · 3) = 8/9.
 */
export function findAssociations(
  visits: Visits,
  partner: Partner,
  options: AssociationOptions = {},
): ItemAssociations[] {
  const minimums = { ...defaultMinimums, ...options };
  const counter = new PartnerCounter(visits, partner, options.step ?? null);
  const found: ItemAssociations[] = [];
  for (let item = 0; item < visits.itemKeys.length; item++) {
    const associations = counter.associationsOf(item, minimums);
    if (associations !== null) found.push(associations);
  }
  return found.sort((a, b) => b.customers - a.customers || compareKeys(a.item, b.item));
}
