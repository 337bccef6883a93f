import type { Baskets } from "../baskets.ts";
import { compareKeys } from "../compare-keys.ts";
import { confidenceOf, isRemarkable, leastVisits, shareOf } from "./evidence.ts";
import type { TraitResult } from "./trait.ts";
import type { VendorUse } from "./vendor-tally.ts";
import { VendorTally } from "./vendor-tally.ts";

/** With one vendor only, nobody can choose. */
const leastVendors = 2;
/** A vendor with less than half of what somebody spends is a favourite, not a loyalty. */
const leastSpendShare = 0.5;

/** A visit of three vendors is three choices, however many of their products it has. */
export type VendorChoices = {
  visits: number;
  choices: number;
  netMinor: number;
  /** The most chosen, of equals the one most was spent on, then the first by name. */
  favourite: VendorUse | null;
};

export type VendorBase = { choices: number; netMinor: number; vendors: VendorUse[] };

/** Counts customers one after the other, on columns with a place for each vendor. */
export function createVendorCounter(
  baskets: Baskets,
  asOfDay: number,
): (customer: number) => VendorChoices {
  const tally = new VendorTally(baskets, asOfDay);
  return (customer) => {
    const visits = tally.add(customer);
    const uses = tally.report();
    tally.reset();
    return {
      visits,
      choices: uses.reduce((sum, { choices }) => sum + choices, 0),
      netMinor: uses.reduce((sum, { netMinor }) => sum + netMinor, 0),
      favourite: uses.reduce<VendorUse | null>(
        (best, use) => (best === null || compareUses(use, best) < 0 ? use : best),
        null,
      ),
    };
  };
}

export function measureVendors(baskets: Baskets, asOfDay: number): VendorBase {
  const tally = new VendorTally(baskets, asOfDay);
  for (let customer = 0; customer < baskets.customerCount; customer++) tally.add(customer);
  const vendors = tally.report().sort((a, b) => compareKeys(a.vendor, b.vendor));
  return {
    choices: vendors.reduce((sum, { choices }) => sum + choices, 0),
    netMinor: vendors.reduce((sum, { netMinor }) => sum + netMinor, 0),
    vendors,
  };
}

/** Looks the base's share of a vendor up. */
export function indexVendors(base: VendorBase): ReadonlyMap<string, VendorUse> {
  return new Map(base.vendors.map((use) => [use.vendor, use]));
}

/**
 * Brand-loyal: chose one vendor more often than chance would have it, having looked for the most chosen of all vendors
 * of the shop, and spent half or more on it, clearly above its usual share. From three visits with a known vendor on, in
 * a shop of two vendors or more.
 *
 * Example: of 4 vendors with a quarter of choices each, 6 choices of 6 → shown (confidence 1 − 4 · .25⁶ = .999).
 */
export function judgeBrandLoyal(
  choices: VendorChoices,
  base: VendorBase,
  baseByVendor: ReadonlyMap<string, VendorUse>,
): TraitResult {
  const trait = "brand-loyal";
  if (base.vendors.length < leastVendors) {
    const missing = {
      what: "vendors-in-shop",
      needs: leastVendors,
      has: base.vendors.length,
    } as const;
    return { kind: "not-enough-history", trait, missing };
  }
  const { favourite } = choices;
  if (choices.visits < leastVisits || favourite === null) {
    const missing = { what: "visits", needs: leastVisits, has: choices.visits } as const;
    return { kind: "not-enough-history", trait, missing };
  }
  const usual = baseByVendor.get(favourite.vendor);
  const baseVendorShare = shareOf(usual?.choices ?? 0, base.choices);
  const spendShare = shareOf(favourite.netMinor, choices.netMinor);
  const baseSpendShare = shareOf(usual?.netMinor ?? 0, base.netMinor);
  const confidence = confidenceOf(
    { successes: favourite.choices, trials: choices.choices, baseShare: baseVendorShare },
    base.vendors.length,
  );
  const evidence = {
    trait,
    vendor: favourite.vendor,
    choices: choices.choices,
    ofVendor: favourite.choices,
    baseVendorShare,
    spendShare,
    baseSpendShare,
  } as const;
  const isShown =
    isRemarkable(confidence, favourite.choices, spendShare, baseSpendShare) &&
    spendShare >= leastSpendShare;
  return { kind: isShown ? "shown" : "not-shown", trait, evidence, confidence };
}

/** The most chosen first, of equals the one most was spent on, then by name. */
function compareUses(a: VendorUse, b: VendorUse): number {
  return b.choices - a.choices || b.netMinor - a.netMinor || compareKeys(a.vendor, b.vendor);
}
