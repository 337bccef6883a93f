/** How often one thing was done on one day. */
export type InterestCount = {
  /** Whole days since 1970-01-01, in shop time. */
  day: number;
  kind: "view" | "cart" | "search" | "checkout" | "purchase";
  /** A product's number, the words of a search, or empty. */
  subject: string;
  times: number;
};

/** Somebody keeps coming back to a product they have not bought since. */
export type Interested = {
  trait: "interested";
  product: string;
  /** Times it was looked at or put into the cart, and on how many days. */
  times: number;
  days: number;
  withinDays: number;
};

/** Somebody fills carts and mostly leaves them. */
export type AbandonsCarts = {
  trait: "abandons-carts";
  /** Days on which something was put into the cart or a checkout was begun. */
  cartDays: number;
  /** Of them, those that were not followed by an order. */
  abandonedDays: number;
  withinDays: number;
};

export type InterestTrait = Interested | AbandonsCarts;

/** Counts are kept this long, which is as far back as anything is judged by. */
export const interestDaysKept = 90;

/** Curiosity of last season says nothing: a month, about one cycle of most shops. */
const interestWithinDays = 30;
/** Once is chance, and one evening is one decision. */
const leastTimes = 3;
const leastDays = 2;
/** A single cart left behind happens to everybody. */
const leastCartDays = 2;
/** Who orders the day after has slept on it, and abandoned nothing. */
const decisionDays = 2;

/**
 * Which traits a customer's counts show, as of a day. `ordered` are the days of counted orders with the products in them.
 *
 * - interested: looked at, or put into the cart, at least 3 times on at least 2 of the last 30 days, and not bought since the
 *   first of these days; of several products the one with most times, then most days, then the lowest number.
 * - abandons-carts: of at least 2 days with a cart or a checkout in the last 90 more than half had no order on that day or
 *   the 2 after it, nor a finished checkout on that day. Today's and yesterday's carts are not judged yet.
 *
 * Example: product 5 viewed twice on day 100 and once on day 103, nothing ordered → interested in 5: 3 times on 2 days.
 */
export function judgeInterest(
  counts: readonly InterestCount[],
  ordered: readonly { day: number; products: readonly string[] }[],
  asOfDay: number,
): InterestTrait[] {
  const interested = findInterest(counts, ordered, asOfDay);
  const abandons = findAbandonedCarts(counts, ordered, asOfDay);
  return [interested, abandons].filter((trait) => trait !== null);
}

function findInterest(
  counts: readonly InterestCount[],
  ordered: readonly { day: number; products: readonly string[] }[],
  asOfDay: number,
): Interested | null {
  const byProduct = new Map<string, { times: number; days: Set<number> }>();
  for (const { day, kind, subject, times } of counts) {
    if ((kind !== "view" && kind !== "cart") || !isWithin(day, asOfDay, interestWithinDays))
      continue;
    const sum = byProduct.get(subject) ?? { times: 0, days: new Set() };
    sum.times += times;
    sum.days.add(day);
    byProduct.set(subject, sum);
  }
  let best: Interested | null = null;
  for (const [product, { times, days }] of byProduct) {
    if (times < leastTimes || days.size < leastDays) continue;
    const since = Math.min(...days);
    if (ordered.some((order) => order.day >= since && order.products.includes(product))) continue;
    const found: Interested = {
      trait: "interested",
      product,
      times,
      days: days.size,
      withinDays: interestWithinDays,
    };
    if (best === null || isStronger(found, best)) best = found;
  }
  return best;
}

function isStronger(a: Interested, b: Interested): boolean {
  return (a.times - b.times || a.days - b.days || Number(b.product) - Number(a.product)) > 0;
}

function findAbandonedCarts(
  counts: readonly InterestCount[],
  ordered: readonly { day: number }[],
  asOfDay: number,
): AbandonsCarts | null {
  const settledDay = asOfDay - decisionDays;
  const cartDays = new Set<number>();
  const purchaseDays = new Set<number>();
  for (const { day, kind } of counts) {
    if (!isWithin(day, asOfDay, interestDaysKept) || day > settledDay) continue;
    if (kind === "cart" || kind === "checkout") cartDays.add(day);
    if (kind === "purchase") purchaseDays.add(day);
  }
  const abandoned = [...cartDays].filter(
    (cartDay) =>
      !purchaseDays.has(cartDay) &&
      !ordered.some(({ day }) => day >= cartDay && day <= cartDay + decisionDays),
  );
  if (cartDays.size < leastCartDays || abandoned.length * 2 <= cartDays.size) return null;
  return {
    trait: "abandons-carts",
    cartDays: cartDays.size,
    abandonedDays: abandoned.length,
    withinDays: interestDaysKept,
  };
}

function isWithin(day: number, asOfDay: number, days: number): boolean {
  return day <= asOfDay && asOfDay - day < days;
}
