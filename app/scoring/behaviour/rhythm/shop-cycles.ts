import { compareKeys } from "../compare-keys.ts";
import { growingInt32s } from "../growing-column.ts";
import { medianOfSorted } from "../median.ts";
import type { Visits } from "../visits.ts";

/** Fewer gaps than this are no rhythm yet. */
export const leastShopGaps = 20;
/** A quarter: the usual horizon of retail until the shop's own is known, as in the stages. */
const assumedCycleDays = 90;

/** Median days from one purchase to the next, and of how many gaps. */
export type Cycle = { cycleDays: number; gaps: number };

export type ShopCycles = {
  /** `isAssumed`: fewer than 20 gaps, so `cycleDays` is 90 and nobody's measure. */
  shop: Cycle & { isAssumed: boolean };
  /** From a product type to the same type again; types with 20 gaps or more, shortest cycle first. */
  types: ({ type: string } & Cycle)[];
};

/**
 * The shop's repurchase cycles, from visits with their product types.
 *
 *     shop cycle = median of the days between consecutive visits of one customer
 *     cycle of a type = median of the days between consecutive visits of one customer with that type
 *
 * Example: eleven customers who came back after 10 days and ten who did after 30 → 10.
 */
export function measureCycles(visits: Visits): ShopCycles {
  const gaps = collectGaps(visits);
  const isAssumed = gaps.ofShop.length < leastShopGaps;
  const types = gaps.byType.flatMap((ofType, type) => {
    if (ofType.length < leastShopGaps) return [];
    const cycle = { cycleDays: medianOfSorted(ofType.sort()), gaps: ofType.length };
    return [{ type: visits.itemKeys[type] ?? "", ...cycle }];
  });
  return {
    shop: {
      cycleDays: isAssumed ? assumedCycleDays : medianOfSorted(gaps.ofShop.sort()),
      gaps: gaps.ofShop.length,
      isAssumed,
    },
    types: types.sort((a, b) => a.cycleDays - b.cycleDays || compareKeys(a.type, b.type)),
  };
}

function collectGaps({ customerCount, offsets, day, itemOffsets, item, itemKeys }: Visits) {
  const ofShop = growingInt32s();
  const typeOf = growingInt32s();
  const gapOf = growingInt32s();
  const lastCustomer = new Int32Array(itemKeys.length).fill(-1);
  const lastDay = new Int32Array(itemKeys.length);
  for (let customer = 0; customer < customerCount; customer++) {
    const first = offsets[customer] ?? 0;
    const end = offsets[customer + 1] ?? 0;
    for (let visit = first; visit < end; visit++) {
      const visitDay = day[visit] ?? 0;
      if (visit > first) ofShop.push(visitDay - (day[visit - 1] ?? 0));
      const itemEnd = itemOffsets[visit + 1] ?? 0;
      for (let position = itemOffsets[visit] ?? 0; position < itemEnd; position++) {
        const type = item[position] ?? 0;
        if (lastCustomer[type] === customer) {
          typeOf.push(type);
          gapOf.push(visitDay - (lastDay[type] ?? 0));
        }
        lastCustomer[type] = customer;
        lastDay[type] = visitDay;
      }
    }
  }
  return {
    ofShop: ofShop.toColumn(),
    byType: groupByType(typeOf.toColumn(), gapOf.toColumn(), itemKeys.length),
  };
}

function groupByType(typeOf: Int32Array, gapOf: Int32Array, typeCount: number): Int32Array[] {
  const sizes = new Uint32Array(typeCount);
  for (const type of typeOf) sizes[type] = (sizes[type] ?? 0) + 1;
  const groups = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  gapOf.forEach((gap, index) => {
    const type = typeOf[index] ?? 0;
    const group = groups[type];
    if (group !== undefined) group[sizes[type] ?? 0] = gap;
    sizes[type] = (sizes[type] ?? 0) + 1;
  });
  return groups;
}
