import type { Baskets } from "../baskets.ts";
import { compareKeys } from "../compare-keys.ts";
import type { PurchasePath } from "./path-tally.ts";
import { stepsPerCustomer, tallyPaths } from "./path-tally.ts";

/** What a path is made of. */
export type PathItems = "products" | "types";

export type PurchasePaths = {
  /** Customers with a first, a second, a third visit with something known in each. */
  customersByVisits: [number, number, number];
  /** First → second. */
  second: PurchasePath[];
  /** First → second → third. */
  third: PurchasePath[];
};

/**
 * The paths from the first to the second to the third visit (orders of one day are one visit), up to `asOfDay`. A visit
 * is told by its lead item: the one most was spent on, of equal ones the first by key, so each customer is on one path
 * and counts once. Ranked by customers, then by key; paths of fewer than five customers are left out.
 *
 *     share = customers on a → b / customers on a → anything        (a → b → c: / customers on a → b → anything)
 *
 * Example: of eight customers whose first visit was for tea and who came again, six came for cups: share .75.
 */
export function findPaths(baskets: Baskets, asOfDay: number, of: PathItems): PurchasePaths {
  const itemOf = of === "types" ? baskets.products.type : null;
  const keys = of === "types" ? baskets.productTypes : baskets.products.key;
  const places = baskets.customerCount * stepsPerCustomer;
  const leads = { item: new Int32Array(places).fill(-1), day: new Int32Array(places) };
  const customersByVisits: [number, number, number] = [0, 0, 0];
  const { orderOffsets, orders } = baskets;
  for (let customer = 0; customer < baskets.customerCount; customer++) {
    const end = orderOffsets[customer + 1] ?? 0;
    let order = orderOffsets[customer] ?? 0;
    for (let step = 0; step < stepsPerCustomer && order < end; step++) {
      const day = orders.day[order] ?? 0;
      if (day > asOfDay) break;
      const spent = new Map<number, number>();
      for (; order < end && orders.day[order] === day; order++)
        addSpending(baskets, order, itemOf, spent);
      const lead = leadOf(spent, keys);
      if (lead === null) break;
      leads.item[customer * stepsPerCustomer + step] = lead;
      leads.day[customer * stepsPerCustomer + step] = day;
      customersByVisits[step] = (customersByVisits[step] ?? 0) + 1;
    }
  }
  const second = tallyPaths(leads, 2, keys);
  const third = tallyPaths(leads, 3, keys);
  return { customersByVisits, second, third };
}

function addSpending(
  { orders, lines }: Baskets,
  order: number,
  itemOf: Int32Array | null,
  spent: Map<number, number>,
): void {
  const end = orders.lineOffsets[order + 1] ?? 0;
  for (let line = orders.lineOffsets[order] ?? 0; line < end; line++) {
    const product = lines.product[line] ?? -1;
    const item = itemOf === null ? product : (itemOf[product] ?? -1);
    if (item >= 0) spent.set(item, (spent.get(item) ?? 0) + (lines.netMinor[line] ?? 0));
  }
}

function leadOf(spent: ReadonlyMap<number, number>, keys: readonly string[]): number | null {
  let lead: number | null = null;
  for (const [item, minor] of spent) {
    const most = lead === null ? -1 : (spent.get(lead) ?? 0);
    const isFirstOfEqual =
      lead !== null && minor === most && compareKeys(keys[item] ?? "", keys[lead] ?? "") < 0;
    if (minor > most || isFirstOfEqual) lead = item;
  }
  return lead;
}
