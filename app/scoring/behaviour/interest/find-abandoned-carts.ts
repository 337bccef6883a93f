import {
  decisionDays,
  interestDaysKept,
  isWithin,
  type AbandonsCarts,
  type InterestFacts,
} from "./interest-facts.ts";

/** A single cart left behind happens to everybody. */
const leastCartDays = 2;

/**
 * Of at least 2 days with a cart or a checkout in the last 90, more than half had no order on that day or the 2 after it,
 * nor a checkout finished by then. Today's and yesterday's carts are not judged yet.
 *
 * The pixel and the shop's list of left checkouts see the same carts, and a person who is undecided begins again: so a
 * day counts once however often both tell of it, and is worth its largest checkout.
 */
export function findAbandonedCarts(
  { counts, checkouts, orders }: InterestFacts,
  asOfDay: number,
): AbandonsCarts | null {
  const settledDay = asOfDay - decisionDays;
  const isJudged = (day: number) => day <= settledDay && isWithin(day, asOfDay, interestDaysKept);
  const cartDays = new Set<number>();
  const finishedDays = new Set<number>();
  const worth = new Map<number, number>();
  for (const { day, kind } of counts) {
    if (!isJudged(day)) continue;
    if (kind === "cart" || kind === "checkout") cartDays.add(day);
    if (kind === "purchase") finishedDays.add(day);
  }
  for (const { day, completedDay, minorUnits } of checkouts) {
    if (!isJudged(day)) continue;
    cartDays.add(day);
    if (completedDay !== null && completedDay <= day + decisionDays) finishedDays.add(day);
    else worth.set(day, Math.max(minorUnits, worth.get(day) ?? 0));
  }
  const abandoned = [...cartDays].filter(
    (cartDay) =>
      !finishedDays.has(cartDay) &&
      !orders.some(({ day }) => day >= cartDay && day <= cartDay + decisionDays),
  );
  if (cartDays.size < leastCartDays || abandoned.length * 2 <= cartDays.size) return null;
  const left = abandoned.flatMap((day) => worth.get(day) ?? []);
  return {
    trait: "abandons-carts",
    cartDays: cartDays.size,
    abandonedDays: abandoned.length,
    leftMinorUnits: left.length === 0 ? null : left.reduce((sum, each) => sum + each, 0),
    withinDays: interestDaysKept,
  };
}
