import type { Baskets } from "../baskets.ts";
import type { Visits } from "../visits.ts";
import type { VendorBase } from "./brand-loyal.ts";
import {
  createVendorCounter,
  indexVendors,
  judgeBrandLoyal,
  measureVendors,
} from "./brand-loyal.ts";
import type { BundlingBase } from "./bundle-buyer.ts";
import { countBundles, judgeBundleBuyer, measureBundles } from "./bundle-buyer.ts";
import type { NoveltyBase } from "./novelty-seeker.ts";
import { createNoveltyCounter, judgeNoveltySeeker, measureNovelty } from "./novelty-seeker.ts";
import type { DiscountUse } from "./price-sensitive.ts";
import { countDiscounts, judgePriceSensitive, measureDiscounts } from "./price-sensitive.ts";
import type { PriceBase } from "./quality-oriented.ts";
import { createPriceCounter, judgeQualityOriented, measurePrices } from "./quality-oriented.ts";
import type { TraitKey, TraitResult } from "./trait.ts";
import { traitKeys } from "./trait.ts";

/** The base's habits that customers are judged by: plain JSON, stored with a calibration. */
export type TraitBase = {
  discounts: DiscountUse;
  novelty: NoveltyBase;
  bundles: BundlingBase;
  prices: PriceBase;
  vendors: VendorBase;
};

/** Measures the habits of a base. `visits`: `visitsOf(baskets, asOfDay)`. Time: some steps per line. */
export function measureTraits(baskets: Baskets, visits: Visits, asOfDay: number): TraitBase {
  return {
    discounts: measureDiscounts(baskets, asOfDay),
    novelty: measureNovelty(baskets, visits),
    bundles: measureBundles(visits),
    prices: measurePrices(baskets, asOfDay),
    vendors: measureVendors(baskets, asOfDay),
  };
}

/**
 * Judges customers of `baskets`, the base's own or a single one read alone, by a base's habits: all five traits in the
 * order of `traitKeys`. A customer read alone needs the products' launch days told, or the first sale in sight would be
 * taken for the launch.
 */
export function createTraitJudge(
  baskets: Baskets,
  visits: Visits,
  base: TraitBase,
  asOfDay: number,
): (customer: number) => TraitResult[] {
  const countNovelty = createNoveltyCounter(baskets, visits, base.novelty.datedFromDay);
  const countPrices = createPriceCounter(baskets, base.prices, asOfDay);
  const countVendors = createVendorCounter(baskets, asOfDay);
  const baseByVendor = indexVendors(base.vendors);
  return (customer) => {
    const discounts = countDiscounts(baskets, customer, asOfDay);
    const bundles = countBundles(visits, customer, base.bundles.bundleSize);
    return [
      judgePriceSensitive(discounts, base.discounts),
      judgeNoveltySeeker(countNovelty(customer), base.novelty),
      judgeBundleBuyer(bundles, base.bundles),
      judgeQualityOriented(countPrices(customer), discounts.orders, base.prices),
      judgeBrandLoyal(countVendors(customer), base.vendors, baseByVendor),
    ];
  };
}

/** The traits of many customers: bit `i` is set when the `i`th of `traitKeys` is shown. */
export function judgeTraits(
  baskets: Baskets,
  visits: Visits,
  base: TraitBase,
  asOfDay: number,
): Uint8Array {
  const judge = createTraitJudge(baskets, visits, base, asOfDay);
  return Uint8Array.from({ length: baskets.customerCount }, (_, customer) =>
    judge(customer).reduce(
      (bits, { kind }, place) => bits | (kind === "shown" ? 1 << place : 0),
      0,
    ),
  );
}

/** The keys that the bits of a trait column stand for. */
export function traitsOfBits(bits: number): TraitKey[] {
  return traitKeys.filter((_, place) => (bits & (1 << place)) !== 0);
}
