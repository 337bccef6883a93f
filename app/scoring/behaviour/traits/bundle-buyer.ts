import type { Visits } from "../visits.ts";
import { confidenceOf, isRemarkable, leastVisits, shareOf } from "./evidence.ts";
import type { TraitResult } from "./trait.ts";

/** Visits with known products, of one customer or of the base. */
export type Bundling = {
  visits: number;
  /** Visits with `bundleSize` products or more. */
  bundles: number;
  /** Different products per visit, added up, and those beside another one. */
  products: number;
  together: number;
};

export type BundlingBase = Bundling & { bundleSize: number };

export function countBundles(visits: Visits, customer: number, bundleSize: number): Bundling {
  const bundling = { visits: 0, bundles: 0, products: 0, together: 0 };
  const end = visits.offsets[customer + 1] ?? 0;
  for (let visit = visits.offsets[customer] ?? 0; visit < end; visit++) {
    const products = productsOf(visits, visit);
    if (products === 0) continue;
    bundling.visits++;
    bundling.products += products;
    if (products >= bundleSize) bundling.bundles++;
    if (products > 1) bundling.together += products;
  }
  return bundling;
}

/** A bundle is at least two products, and more than the base's middle visit has. */
export function measureBundles(visits: Visits): BundlingBase {
  const bundleSize = Math.max(2, middleSizeOf(visits) + 1);
  const base = { visits: 0, bundles: 0, products: 0, together: 0, bundleSize };
  for (let customer = 0; customer < visits.customerCount; customer++) {
    const bundling = countBundles(visits, customer, bundleSize);
    base.visits += bundling.visits;
    base.bundles += bundling.bundles;
    base.products += bundling.products;
    base.together += bundling.together;
  }
  return base;
}

/**
 * Bundle-buyer: buys bundles in more of their visits than chance would have it, and in clearly more than usual. From
 * three visits on.
 *
 * Example: where 30 % of visits have two products or more, 4 of 4 → shown (confidence 1 − .3⁴ = .992).
 */
export function judgeBundleBuyer(bundling: Bundling, base: BundlingBase): TraitResult {
  const trait = "bundle-buyer";
  if (bundling.visits < leastVisits) {
    const missing = { what: "visits", needs: leastVisits, has: bundling.visits } as const;
    return { kind: "not-enough-history", trait, missing };
  }
  const { visits, bundles } = bundling;
  const baseBundleShare = shareOf(base.bundles, base.visits);
  const confidence = confidenceOf({
    successes: bundles,
    trials: visits,
    baseShare: baseBundleShare,
  });
  const evidence = {
    trait,
    visits,
    bundles,
    bundleSize: base.bundleSize,
    baseBundleShare,
    productsPerVisit: bundling.products / visits,
    baseProductsPerVisit: shareOf(base.products, base.visits),
    togetherShare: shareOf(bundling.together, bundling.products),
    baseTogetherShare: shareOf(base.together, base.products),
  } as const;
  const isShown = isRemarkable(confidence, bundles, bundles / visits, baseBundleShare);
  return { kind: isShown ? "shown" : "not-shown", trait, evidence, confidence };
}

function productsOf({ itemOffsets }: Visits, visit: number): number {
  return (itemOffsets[visit + 1] ?? 0) - (itemOffsets[visit] ?? 0);
}

/** The lower middle of the products per visit, visits without any left out. */
function middleSizeOf(visits: Visits): number {
  const sizes = Uint32Array.from(visits.day, (_, visit) => productsOf(visits, visit))
    .filter((size) => size > 0)
    .sort();
  return sizes[(sizes.length - 1) >>> 1] ?? 0;
}
