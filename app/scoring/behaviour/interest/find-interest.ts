import {
  interestWithinDays,
  isWithin,
  type Interested,
  type InterestFacts,
} from "./interest-facts.ts";

/** Once is chance, and one evening is one decision. */
const leastTimes = 3;
const leastDays = 2;

type Kind = Interested["about"]["kind"];

/**
 * What a customer keeps coming back to: looked at, put into the cart or left in a checkout, or searched for, at least 3
 * times on at least 2 of the last 30 days, and not bought since the first of these days. After a search any order counts
 * as bought: whether it was what they looked for is not known. Of several products the one with most times, then most
 * days, then the lowest number; a search only where there is no product.
 *
 * A checkout is one more time on a day on which the pixel saw nothing of the product, and none otherwise: it saw the same
 * thing happen.
 */
export function findInterest(facts: InterestFacts, asOfDay: number): Interested | null {
  return findMost(facts, asOfDay, "product") ?? findMost(facts, asOfDay, "search");
}

function findMost(facts: InterestFacts, asOfDay: number, kind: Kind): Interested | null {
  let best: { subject: string; found: Interested } | null = null;
  for (const [subject, timesByDay] of tally(facts, asOfDay, kind)) {
    const times = [...timesByDay.values()].reduce((sum, each) => sum + each, 0);
    if (times < leastTimes || timesByDay.size < leastDays) continue;
    const since = Math.min(...timesByDay.keys());
    const isBought = facts.orders.some(
      ({ day, products }) => day >= since && (kind === "search" || products.includes(subject)),
    );
    if (isBought) continue;
    const about: Interested["about"] =
      kind === "product" ? { kind, product: subject } : { kind, words: subject };
    const found: Interested = {
      trait: "interested",
      about,
      times,
      days: timesByDay.size,
      withinDays: interestWithinDays,
    };
    if (best === null || isStronger({ subject, found }, best)) best = { subject, found };
  }
  return best?.found ?? null;
}

/** Times by subject, then by day. */
function tally(
  { counts, checkouts }: InterestFacts,
  asOfDay: number,
  kind: Kind,
): Map<string, Map<number, number>> {
  const bySubject = new Map<string, Map<number, number>>();
  const daysOf = (subject: string) => {
    const days = bySubject.get(subject) ?? new Map<number, number>();
    bySubject.set(subject, days);
    return days;
  };
  const kinds = kind === "search" ? ["search"] : ["view", "cart"];
  for (const { day, kind: done, subject, times } of counts) {
    if (!kinds.includes(done) || !isWithin(day, asOfDay, interestWithinDays)) continue;
    const days = daysOf(subject);
    days.set(day, (days.get(day) ?? 0) + times);
  }
  if (kind === "search") return bySubject;
  for (const { day, products } of checkouts) {
    if (!isWithin(day, asOfDay, interestWithinDays)) continue;
    for (const product of products) {
      const days = daysOf(product);
      if (!days.has(day)) days.set(day, 1);
    }
  }
  return bySubject;
}

function isStronger(
  a: { subject: string; found: Interested },
  b: { subject: string; found: Interested },
): boolean {
  const more = a.found.times - b.found.times || a.found.days - b.found.days;
  return more !== 0 ? more > 0 : comesFirst(a.subject, b.subject);
}

/** Numbers by size, which is by length first; words by their letters. */
function comesFirst(a: string, b: string): boolean {
  const isNumber = /^\d+$/.test(a) && /^\d+$/.test(b);
  return isNumber && a.length !== b.length ? a.length < b.length : a < b;
}
