import type { Baskets } from "../baskets.ts";
import { compareKeys } from "../compare-keys.ts";
import { confidenceOf, isRemarkable, leastVisits, shareOf } from "./evidence.ts";
import type { TraitResult } from "./trait.ts";

/** With one vendor only, nobody can choose. */
const leastVendors = 2;
/** A vendor with less than half of what somebody spends is a favourite, not a loyalty. */
const leastSpendShare = 0.5;

/** Days on which something of the vendor was bought, and what was spent on it. */
export type VendorUse = { vendor: string; choices: number; netMinor: number };

/** A visit of three vendors is three choices, however many of their products it has. */
export type VendorChoices = {
  visits: number;
  choices: number;
  netMinor: number;
  vendors: VendorUse[];
};

export type VendorBase = Omit<VendorChoices, "visits">;

export function countVendors(baskets: Baskets, customer: number, asOfDay: number): VendorChoices {
  const { orderOffsets, orders, lines, products, vendors } = baskets;
  const used = new Map<number, { choices: number; netMinor: number; lastDay: number }>();
  let visits = 0;
  let lastVisitDay: number | null = null;
  const end = orderOffsets[customer + 1] ?? 0;
  for (let order = orderOffsets[customer] ?? 0; order < end; order++) {
    const day = orders.day[order] ?? 0;
    if (day > asOfDay) break;
    const lineEnd = orders.lineOffsets[order + 1] ?? 0;
    for (let line = orders.lineOffsets[order] ?? 0; line < lineEnd; line++) {
      const vendor = products.vendor[lines.product[line] ?? -1] ?? -1;
      if (vendor < 0) continue;
      if (day !== lastVisitDay) visits++;
      lastVisitDay = day;
      const use = used.get(vendor);
      const netMinor = (use?.netMinor ?? 0) + (lines.netMinor[line] ?? 0);
      const choices = (use?.choices ?? 0) + (use?.lastDay === day ? 0 : 1);
      used.set(vendor, { choices, netMinor, lastDay: day });
    }
  }
  const list = [...used].map(([vendor, { choices, netMinor }]) => ({
    vendor: vendors[vendor] ?? "",
    choices,
    netMinor,
  }));
  return {
    visits,
    choices: list.reduce((sum, { choices }) => sum + choices, 0),
    netMinor: list.reduce((sum, { netMinor }) => sum + netMinor, 0),
    vendors: list.sort(compareUses),
  };
}

export function measureVendors(baskets: Baskets, asOfDay: number): VendorBase {
  const byVendor = new Map<string, VendorUse>();
  const base = { choices: 0, netMinor: 0 };
  for (let customer = 0; customer < baskets.customerCount; customer++) {
    const counted = countVendors(baskets, customer, asOfDay);
    base.choices += counted.choices;
    base.netMinor += counted.netMinor;
    for (const { vendor, choices, netMinor } of counted.vendors) {
      const sum = byVendor.get(vendor) ?? { vendor, choices: 0, netMinor: 0 };
      sum.choices += choices;
      sum.netMinor += netMinor;
      byVendor.set(vendor, sum);
    }
  }
  return {
    ...base,
    vendors: [...byVendor.values()].sort((a, b) => compareKeys(a.vendor, b.vendor)),
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
  const [favourite] = choices.vendors;
  if (choices.visits < leastVisits || favourite === undefined) {
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
