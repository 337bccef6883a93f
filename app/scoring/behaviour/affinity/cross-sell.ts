import { compareKeys } from "../compare-keys.ts";
import type { Visits } from "../visits.ts";
import type { Association, ItemAssociations } from "./association.ts";

/** What to offer a customer, because of which of the things they bought. */
export type CrossSell = { because: string } & Association;

/** What is not likelier after the other thing than anyway is no reason to offer it. */
const leastLift = 1.2;

/** What follows each item, looked up by item: the associations of next visits. */
export function indexAssociations(
  table: readonly ItemAssociations[],
): Map<string, ItemAssociations> {
  return new Map(table.map((row) => [row.item, row]));
}

/**
 * What those who bought what a customer bought bought next, and the customer has not: of each such item its strongest
 * reason, ranked by lift · support, then support, then key; only with a lift of 1.2 or more.
 *
 * Example: after tea comes a cup (lift 2, support 10), after the pot a cup (lift 3, support 5) and a tray (lift 3,
 * support 8): to a customer with tea and pot → tray because of the pot (24), cup because of tea (20).
 */
export function suggestNext(
  bought: Iterable<string>,
  associations: ReadonlyMap<string, ItemAssociations>,
  mostSuggestions = 5,
): CrossSell[] {
  const owned = new Set(bought);
  const best = new Map<string, CrossSell>();
  for (const because of owned) {
    for (const association of associations.get(because)?.with ?? []) {
      if (owned.has(association.item) || association.lift < leastLift) continue;
      const suggestion = { because, ...association };
      const known = best.get(association.item);
      if (known === undefined || compareSuggestions(suggestion, known) < 0)
        best.set(association.item, suggestion);
    }
  }
  return [...best.values()].sort(compareSuggestions).slice(0, mostSuggestions);
}

/** The keys of everything a customer bought. */
export function boughtBy(visits: Visits, customer: number): Set<string> {
  const from = visits.itemOffsets[visits.offsets[customer] ?? 0] ?? 0;
  const to = visits.itemOffsets[visits.offsets[customer + 1] ?? 0] ?? 0;
  return new Set(Array.from(visits.item.subarray(from, to), (item) => visits.itemKeys[item] ?? ""));
}

function compareSuggestions(a: CrossSell, b: CrossSell): number {
  return (
    b.lift * b.support - a.lift * a.support ||
    b.support - a.support ||
    compareKeys(a.item, b.item) ||
    compareKeys(a.because, b.because)
  );
}
