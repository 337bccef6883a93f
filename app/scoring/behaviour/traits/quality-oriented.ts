import type { Baskets } from "../baskets.ts";
import { confidenceOf, isRemarkable, leastPurchases, leastVisits, shareOf } from "./evidence.ts";
import type { ComparedWithin, DearPrice } from "./dear-prices.ts";
import { findDearPrices } from "./dear-prices.ts";
import type { TraitResult } from "./trait.ts";

/** Lines whose price has a place, of one customer or of the base; all pieces, and those sent back. */
export type PriceChoice = { lines: number; dear: number; pieces: number; returned: number };

export type PriceBase = PriceChoice & {
  comparedWithin: ComparedWithin;
  /** Dear is what costs more than this. */
  dearAboveMinor: DearPrice[];
};

/** Counts customers one after the other against the prices of a base. */
export function createPriceCounter(
  baskets: Baskets,
  base: Pick<PriceBase, "comparedWithin" | "dearAboveMinor">,
  asOfDay: number,
): (customer: number) => PriceChoice {
  const cutByType = new Map(base.dearAboveMinor.map(({ type, priceMinor }) => [type, priceMinor]));
  const ofType = baskets.productTypes.map((type) => cutByType.get(type));
  const ofShop = base.comparedWithin === "shop" ? cutByType.get("") : undefined;
  const { orderOffsets, orders, lines, products } = baskets;
  return (customer) => {
    const choice: PriceChoice = { lines: 0, dear: 0, pieces: 0, returned: 0 };
    const end = orderOffsets[customer + 1] ?? 0;
    for (let order = orderOffsets[customer] ?? 0; order < end; order++) {
      if ((orders.day[order] ?? 0) > asOfDay) break;
      const lineEnd = orders.lineOffsets[order + 1] ?? 0;
      for (let line = orders.lineOffsets[order] ?? 0; line < lineEnd; line++) {
        choice.pieces += lines.quantity[line] ?? 0;
        choice.returned += lines.returnedQuantity[line] ?? 0;
        const type = products.type[lines.product[line] ?? -1] ?? -1;
        const cutMinor = ofShop ?? ofType[type];
        const priceMinor = lines.unitPriceMinor[line] ?? 0;
        // A gift has no price to compare.
        if (cutMinor === undefined || priceMinor === 0) continue;
        choice.lines++;
        if (priceMinor > cutMinor) choice.dear++;
      }
    }
    return choice;
  };
}

/** Within the product type; within the shop only where no product has a type. */
export function measurePrices(baskets: Baskets, asOfDay: number): PriceBase {
  const comparedWithin = baskets.productTypes.length > 0 ? "product-type" : "shop";
  const dearAboveMinor = findDearPrices(baskets, comparedWithin, asOfDay);
  const base: PriceBase = {
    lines: 0,
    dear: 0,
    pieces: 0,
    returned: 0,
    comparedWithin,
    dearAboveMinor,
  };
  const count = createPriceCounter(baskets, base, asOfDay);
  for (let customer = 0; customer < baskets.customerCount; customer++) {
    const choice = count(customer);
    base.lines += choice.lines;
    base.dear += choice.dear;
    base.pieces += choice.pieces;
    base.returned += choice.returned;
  }
  return base;
}

/**
 * Quality-oriented: chooses from the dearest third of a product type more often than chance would have it, in clearly
 * more of their lines than usual, and sends back no larger a share than the base does. From three orders with five
 * lines that can be compared on.
 *
 * Example: where 30 % of lines are dear, 6 of 6, nothing sent back → shown (confidence 1 − .3⁶ = .999).
 */
export function judgeQualityOriented(
  choice: PriceChoice,
  orders: number,
  base: PriceBase,
): TraitResult {
  const trait = "quality-oriented";
  if (orders < leastVisits) {
    const missing = { what: "orders", needs: leastVisits, has: orders } as const;
    return { kind: "not-enough-history", trait, missing };
  }
  if (choice.lines < leastPurchases) {
    const missing = {
      what: "comparable-purchases",
      needs: leastPurchases,
      has: choice.lines,
    } as const;
    return { kind: "not-enough-history", trait, missing };
  }
  const { lines, dear } = choice;
  const dearShare = dear / lines;
  const baseDearShare = shareOf(base.dear, base.lines);
  const returnedShare = shareOf(choice.returned, choice.pieces);
  const baseReturnedShare = shareOf(base.returned, base.pieces);
  const confidence = confidenceOf({ successes: dear, trials: lines, baseShare: baseDearShare });
  const evidence = {
    trait,
    lines,
    dear,
    dearShare,
    baseDearShare,
    comparedWithin: base.comparedWithin,
    returnedShare,
    baseReturnedShare,
  } as const;
  const isShown =
    isRemarkable(confidence, dear, dearShare, baseDearShare) && returnedShare <= baseReturnedShare;
  return { kind: isShown ? "shown" : "not-shown", trait, evidence, confidence };
}
