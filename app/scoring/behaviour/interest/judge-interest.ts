import { findAbandonedCarts } from "./find-abandoned-carts.ts";
import { findInterest } from "./find-interest.ts";
import type { InterestFacts, InterestTrait } from "./interest-facts.ts";

/**
 * Which traits a customer's doings show, as of a day (whole days since 1970-01-01, in shop time). What is said of each is
 * the evidence for it.
 *
 * Example: product 5 viewed twice on day 100 and once on day 103, nothing ordered → interested in 5: 3 times on 2 days.
 */
export function judgeInterest(facts: InterestFacts, asOfDay: number): InterestTrait[] {
  const traits = [findInterest(facts, asOfDay), findAbandonedCarts(facts, asOfDay)];
  return traits.filter((trait) => trait !== null);
}
