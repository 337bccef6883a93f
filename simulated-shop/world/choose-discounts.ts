import type { Cart } from "./checkout-cart.ts";
import { discountClassOf, type Discount } from "./discount.ts";
import { applyDiscounts, type Candidate, type DiscountedCart } from "./discounted-cart.ts";

/** The set of discounts that may stand together and saves most. */
export function chooseDiscounts(cart: Cart, candidates: readonly Candidate[]): DiscountedCart {
  let best = applyDiscounts(cart, []);
  for (const set of largestSets(candidates)) {
    const outcome = applyDiscounts(cart, set);
    if (outcome.savedMinor > best.savedMinor) best = outcome;
  }
  return best;
}

/** Do both let the other's kind stand beside them? */
export function canCombine(a: Discount, b: Discount): boolean {
  return allows(a, b) && allows(b, a);
}

function allows({ combinesWith }: Discount, other: Discount): boolean {
  switch (discountClassOf(other)) {
    case "ORDER":
      return combinesWith.orderDiscounts;
    case "PRODUCT":
      return combinesWith.productDiscounts;
    case "SHIPPING":
      return combinesWith.shippingDiscounts;
  }
}

/** Every set that combines and cannot grow (Bron and Kerbosch's search); there are at most some thirty candidates. */
function largestSets(candidates: readonly Candidate[]): (readonly Candidate[])[] {
  const found: (readonly Candidate[])[] = [];
  grow([], [...candidates], []);
  return found;

  function grow(set: readonly Candidate[], open: Candidate[], done: Candidate[]): void {
    if (open.length === 0 && done.length === 0) {
      found.push(set);
      return;
    }
    let left = open;
    let past = done;
    for (const candidate of open) {
      const fits = (other: Candidate) =>
        other !== candidate && canCombine(candidate.discount, other.discount);
      grow([...set, candidate], left.filter(fits), past.filter(fits));
      left = left.filter((other) => other !== candidate);
      past = [...past, candidate];
    }
  }
}
