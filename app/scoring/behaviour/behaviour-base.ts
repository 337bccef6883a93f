import type { Baskets } from "./baskets.ts";
import type { RhythmBase } from "./rhythm/rhythm-base.ts";
import { measureRhythm } from "./rhythm/rhythm-base.ts";
import type { TraitBase } from "./traits/judge-traits.ts";
import { measureTraits } from "./traits/judge-traits.ts";
import { typeVisitsOf, visitsOf } from "./visits.ts";

/** What a single customer's behaviour is judged against: plain JSON, stored with a calibration. */
export type BehaviourBase = {
  asOfDay: number;
  /** Customers with a visit. */
  customers: number;
  rhythm: RhythmBase;
  traits: TraitBase;
};

/** Measures a base at a date; judge with `createRiskJudge` and `createTraitJudge`. */
export function measureBehaviour(baskets: Baskets, asOfDay: number): BehaviourBase {
  const visits = visitsOf(baskets, asOfDay);
  let customers = 0;
  for (let customer = 0; customer < baskets.customerCount; customer++)
    if ((visits.offsets[customer + 1] ?? 0) > (visits.offsets[customer] ?? 0)) customers++;
  return {
    asOfDay,
    customers,
    rhythm: measureRhythm(typeVisitsOf(baskets, visits), asOfDay),
    traits: measureTraits(baskets, visits, asOfDay),
  };
}
