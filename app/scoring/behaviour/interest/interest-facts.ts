/** How often one thing was done on one day, as the web pixel tells. */
export type InterestCount = {
  /** Whole days since 1970-01-01, in shop time. */
  day: number;
  kind: "view" | "cart" | "search" | "checkout" | "purchase";
  /** A product's number, the words of a search, or empty. */
  subject: string;
  times: number;
};

/** A checkout that was left for a while, as the shop tells. */
export type LeftCheckout = {
  day: number;
  /** When it became an order after all; null = it has not. */
  completedDay: number | null;
  /** Of the whole checkout, in minor units of the shop's currency. */
  minorUnits: number;
  products: readonly string[];
};

/** What one customer did. */
export type InterestFacts = {
  counts: readonly InterestCount[];
  checkouts: readonly LeftCheckout[];
  /** Orders that count, with the products in them. */
  orders: readonly { day: number; products: readonly string[] }[];
};

export const interestTraitKeys = ["interested", "abandons-carts"] as const;
export type InterestTraitKey = (typeof interestTraitKeys)[number];

/** Somebody keeps coming back to a product, or to a search, and has not bought since. */
export type Interested = {
  trait: "interested";
  about: { kind: "product"; product: string } | { kind: "search"; words: string };
  /** How often, and on how many days. */
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
  /** What was left in checkouts on those days, in minor units; null when no checkout of theirs is known. */
  leftMinorUnits: number | null;
  withinDays: number;
};

export type InterestTrait = Interested | AbandonsCarts;

/** Counts and checkouts are kept this long, which is as far back as anything is judged by. */
export const interestDaysKept = 90;
/** Curiosity of last season says nothing: a month, about one cycle of most shops. */
export const interestWithinDays = 30;
/** Who orders the day after has slept on it, and abandoned nothing. */
export const decisionDays = 2;

export function isWithin(day: number, asOfDay: number, days: number): boolean {
  return day <= asOfDay && asOfDay - day < days;
}
