import type { Baskets } from "../baskets.ts";
import { confidenceOf, isRemarkable, leastVisits, shareOf } from "./evidence.ts";
import type { TraitResult } from "./trait.ts";

/** Orders and what they came to at list prices, all and with a discount: of one customer, or of the base. */
export type DiscountUse = {
  orders: number;
  discountedOrders: number;
  grossMinor: number;
  discountedGrossMinor: number;
};

export function countDiscounts(baskets: Baskets, customer: number, asOfDay: number): DiscountUse {
  const { orderOffsets, orders } = baskets;
  const use = { orders: 0, discountedOrders: 0, grossMinor: 0, discountedGrossMinor: 0 };
  const end = orderOffsets[customer + 1] ?? 0;
  for (let order = orderOffsets[customer] ?? 0; order < end; order++) {
    if ((orders.day[order] ?? 0) > asOfDay) break;
    const grossMinor = orders.grossMinor[order] ?? 0;
    use.orders++;
    use.grossMinor += grossMinor;
    if (orders.usedDiscount[order] !== 1) continue;
    use.discountedOrders++;
    use.discountedGrossMinor += grossMinor;
  }
  return use;
}

export function measureDiscounts(baskets: Baskets, asOfDay: number): DiscountUse {
  const base = { orders: 0, discountedOrders: 0, grossMinor: 0, discountedGrossMinor: 0 };
  for (let customer = 0; customer < baskets.customerCount; customer++) {
    const use = countDiscounts(baskets, customer, asOfDay);
    base.orders += use.orders;
    base.discountedOrders += use.discountedOrders;
    base.grossMinor += use.grossMinor;
    base.discountedGrossMinor += use.discountedGrossMinor;
  }
  return base;
}

/**
 * Price-sensitive: used discounts in more of their orders than chance would have it, and for a clearly larger share of
 * what they spent. From three orders on.
 *
 * Example: where a tenth of orders has a discount, 3 of 3 → shown (confidence .999); 1 of 3 → not shown (.729).
 */
export function judgePriceSensitive(use: DiscountUse, base: DiscountUse): TraitResult {
  const trait = "price-sensitive";
  if (use.orders < leastVisits) {
    const missing = { what: "orders", needs: leastVisits, has: use.orders } as const;
    return { kind: "not-enough-history", trait, missing };
  }
  const baseOrderShare = shareOf(base.discountedOrders, base.orders);
  const spendShare = shareOf(use.discountedGrossMinor, use.grossMinor);
  const baseSpendShare = shareOf(base.discountedGrossMinor, base.grossMinor);
  const confidence = confidenceOf({
    successes: use.discountedOrders,
    trials: use.orders,
    baseShare: baseOrderShare,
  });
  const isShown = isRemarkable(confidence, use.discountedOrders, spendShare, baseSpendShare);
  const { orders, discountedOrders } = use;
  const evidence = {
    trait,
    orders,
    discountedOrders,
    baseOrderShare,
    spendShare,
    baseSpendShare,
  } as const;
  return { kind: isShown ? "shown" : "not-shown", trait, evidence, confidence };
}
