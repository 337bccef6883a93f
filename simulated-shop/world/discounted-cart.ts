import type { AppliedDiscount } from "./applied-discount.ts";
import {
  isEntitled,
  quantityOf,
  subtotalMinorOf,
  type Cart,
  type CartLine,
} from "./checkout-cart.ts";
import { discountClassOf, type BxgyRule, type Discount, type DiscountValue } from "./discount.ts";
import type { DiscountAllocation } from "./order.ts";

/** A discount with the code it was asked for by, null when it applies by itself. */
export type Candidate = { readonly discount: Discount; readonly code: string | null };

/** What a set of discounts does to a cart. */
export type DiscountedCart = {
  readonly candidates: readonly Candidate[];
  readonly applied: readonly AppliedDiscount[];
  /** By line: off the products themselves. */
  readonly lineDiscountsMinor: readonly number[];
  /** By line: product discounts, and its share of order discounts. */
  readonly allocations: readonly (readonly DiscountAllocation[])[];
  readonly orderDiscountMinor: number;
  readonly shippingDiscountMinor: number;
  readonly savedMinor: number;
};

/**
 * Applies discounts that may be combined: products first, each line keeping the better of two, then the whole order on
 * what is left, then shipping.
 */
export function applyDiscounts(cart: Cart, candidates: readonly Candidate[]): DiscountedCart {
  const kept = bestProductDiscounts(cart, candidates);
  const applied: AppliedDiscount[] = [];
  const used: Candidate[] = [];
  const allocations: DiscountAllocation[][] = cart.lines.map(() => []);
  const leftMinor = cart.lines.map((line) => line.quantity * line.unitPriceMinor);
  let shippingDiscountMinor = 0;

  for (const { candidate, offMinor } of kept) note(candidate, offMinor);
  const lineDiscountsMinor = cart.lines.map(
    (line, index) => line.quantity * line.unitPriceMinor - (leftMinor[index] ?? 0),
  );
  let orderDiscountMinor = 0;
  for (const candidate of candidates) {
    const { discount } = candidate;
    if (discountClassOf(discount) !== "ORDER" || discount.rule.kind !== "basic") continue;
    const offMinor = orderOffMinor(discount.rule.value, leftMinor, cart.lines);
    orderDiscountMinor += offMinor.reduce((sum, minor) => sum + minor, 0);
    note(candidate, offMinor);
  }
  const shipping = candidates.find(({ discount }) => discountClassOf(discount) === "SHIPPING");
  if (shipping !== undefined) {
    shippingDiscountMinor = cart.shippingMinor;
    applied.push(describe(shipping, shippingDiscountMinor));
    used.push(shipping);
  }
  return {
    candidates: used,
    applied,
    lineDiscountsMinor,
    allocations,
    orderDiscountMinor,
    shippingDiscountMinor,
    savedMinor: applied.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };

  function note(candidate: Candidate, offMinor: readonly number[]): void {
    const amountMinor = offMinor.reduce((sum, minor) => sum + minor, 0);
    if (amountMinor === 0) return;
    const applicationIndex = applied.push(describe(candidate, amountMinor)) - 1;
    used.push(candidate);
    for (const [index, minor] of offMinor.entries()) {
      if (minor === 0) continue;
      leftMinor[index] = (leftMinor[index] ?? 0) - minor;
      allocations[index]?.push({ applicationIndex, amountMinor: minor });
    }
  }
}

/** Of the product discounts, what each takes off each line; a line keeps only its best one. */
function bestProductDiscounts(
  cart: Cart,
  candidates: readonly Candidate[],
): { candidate: Candidate; offMinor: readonly number[] }[] {
  const offers = candidates
    .filter(({ discount }) => discountClassOf(discount) === "PRODUCT")
    .map((candidate) => ({ candidate, offMinor: productOffMinor(cart, candidate.discount) }));
  return offers.map(({ candidate, offMinor }, place) => ({
    candidate,
    offMinor: offMinor.map((minor, line) => {
      const isBest = offers.every(({ offMinor: other }, otherPlace) => {
        const otherMinor = other[line] ?? 0;
        return otherMinor < minor || (otherMinor === minor && otherPlace >= place);
      });
      return isBest ? minor : 0;
    }),
  }));
}

function productOffMinor(cart: Cart, { rule }: Discount): number[] {
  if (rule.kind === "bxgy") return bxgyOffMinor(cart, rule);
  if (rule.kind !== "basic") return cart.lines.map(() => 0);
  const { items, value } = rule;
  const totalsMinor = cart.lines.map((line) =>
    isEntitled(cart, items, line) ? line.quantity * line.unitPriceMinor : 0,
  );
  if (value.kind === "amount" && !value.appliesOnEachItem)
    return spread(Math.min(value.amountMinor, subtotalMinorOf(cart, items)), totalsMinor);
  return cart.lines.map((line, index) =>
    (totalsMinor[index] ?? 0) === 0 ? 0 : pieceOffMinor(value, line, line.quantity),
  );
}

/** The cheapest pieces are the ones got; those bought to earn them are not among them. */
function bxgyOffMinor(cart: Cart, rule: BxgyRule): number[] {
  const offMinor = cart.lines.map(() => 0);
  const uses = Math.min(usesOf(cart, rule), rule.usesPerOrderLimit ?? Number.POSITIVE_INFINITY);
  let left = uses * rule.getsQuantity;
  const cheapestFirst = cart.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => isEntitled(cart, rule.getsItems, line))
    .sort((a, b) => a.line.unitPriceMinor - b.line.unitPriceMinor);
  for (const { line, index } of cheapestFirst) {
    const pieces = Math.min(left, line.quantity);
    offMinor[index] = pieceOffMinor(rule.effect, line, pieces);
    left -= pieces;
  }
  return offMinor;
}

function usesOf(cart: Cart, { buys, buysItems, getsItems, getsQuantity }: BxgyRule): number {
  if (buys.kind === "subtotal")
    return Math.floor(subtotalMinorOf(cart, buysItems) / Math.max(1, buys.amountMinor));
  const both = cart.lines
    .filter((line) => isEntitled(cart, buysItems, line) && isEntitled(cart, getsItems, line))
    .reduce((sum, { quantity }) => sum + quantity, 0);
  const bought = quantityOf(cart, buysItems);
  // Pieces that are both bought and got are needed twice.
  return both === 0
    ? Math.floor(bought / buys.quantity)
    : Math.floor(bought / (buys.quantity + getsQuantity));
}

function pieceOffMinor(value: DiscountValue, line: CartLine, pieces: number): number {
  return value.kind === "percentage"
    ? Math.round(line.unitPriceMinor * pieces * value.fraction)
    : Math.min(value.amountMinor, line.unitPriceMinor) * pieces;
}

function orderOffMinor(
  value: DiscountValue,
  leftMinor: readonly number[],
  lines: readonly CartLine[],
): number[] {
  const totalMinor = leftMinor.reduce((sum, minor) => sum + minor, 0);
  if (value.kind === "percentage")
    return spread(Math.round(totalMinor * value.fraction), leftMinor);
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const wanted = value.appliesOnEachItem ? value.amountMinor * pieces : value.amountMinor;
  return spread(Math.min(wanted, totalMinor), leftMinor);
}

/** Spreads an amount in proportion, in whole units that add up: what rounding leaves goes to the last line with a share. */
function spread(amountMinor: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  let givenMinor = 0;
  let weightSoFar = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const upToHere = Math.round((amountMinor * weightSoFar) / sum);
    const share = upToHere - givenMinor;
    givenMinor = upToHere;
    return share;
  });
}

function describe({ discount, code }: Candidate, amountMinor: number): AppliedDiscount {
  const { rule, title } = discount;
  const kind = code === null ? "automatic" : "code";
  const label = code ?? title;
  if (rule.kind === "free-shipping")
    return {
      kind,
      label,
      target: "shipping",
      targetSelection: rule.destination.kind === "all" ? "ALL" : "ENTITLED",
      allocationMethod: "EACH",
      value: { kind: "percentage", fraction: 1 },
      amountMinor,
    };
  const items = rule.kind === "bxgy" ? rule.getsItems : rule.items;
  const value = rule.kind === "bxgy" ? rule.effect : rule.value;
  const isEach =
    rule.kind === "bxgy" || (value.kind === "amount" ? value.appliesOnEachItem : false);
  return {
    kind,
    label,
    target: "lines",
    targetSelection: items.kind === "all" ? "ALL" : "ENTITLED",
    allocationMethod: isEach ? "EACH" : "ACROSS",
    value: value.kind === "percentage" ? value : { kind: "amount", amountMinor: value.amountMinor },
    amountMinor,
  };
}
