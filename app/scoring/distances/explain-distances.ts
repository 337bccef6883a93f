import { lastCalendarDay } from "../calendar-day.ts";
import type { Frame } from "../frame.ts";
import { nextEvaluationDay } from "../policy/evaluation-day.ts";
import type { Hold } from "../policy/holds.ts";
import type { PolicyState } from "../policy/policy-state.ts";
import { evaluationOf, policyOf } from "../program/program.ts";
import type { Distance } from "./least-order.ts";
import { leastOrder } from "./least-order.ts";
import type { EngineRules, OneCustomer } from "./one-customer.ts";
import { autoTierOf, followTime, pickCustomer, withOrder } from "./one-customer.ts";

export type DistanceInput = EngineRules & {
  frame: Frame;
  /** The day that `state` was decided on, and that an order would be placed on. */
  day: number;
  state: PolicyState;
  /** Place in the frame and the state. */
  customer: number;
  holds?: readonly Hold[];
};

/** Tiers are indexes into the program's. */
export type Distances = {
  /** What one order on the day has to be to reach the next tier; `null` in the highest. */
  up: { tier: number; orderDay: number; distance: Distance } | null;
  /**
   * What one order on the last day before the tier is lost has to be to keep it; `null` when time alone does not take it, or
   * there is none to lose.
   */
  keep: { tier: number; orderDay: number; lostOnDay: number; distance: Distance } | null;
};

/**
 * How far a customer's automatic tier is from the next one, and from being lost, in money: the smallest single order, at
 * the stored cut-offs, under the policy. Searched with the engine, so that the amount is enough and a minor unit less is
 * not.
 */
export function explainDistances(input: DistanceInput): Distances {
  const { frame, day, state, customer, holds = [], calibration, program, outlook = null } = input;
  const rules = { calibration, program, outlook };
  const now = pickCustomer(frame, day, state, customer, holds);
  const tier = autoTierOf(now);
  if (tier < 0) return { up: null, keep: null };
  return {
    up:
      tier === 0
        ? null
        : { tier: tier - 1, orderDay: day, distance: distanceToReach(now, tier - 1, rules) },
    keep: distanceToKeep(now, tier, rules),
  };
}

/** An upgrade that waits for the evaluation reaches the tier when it still does on that day. */
function distanceToReach(now: OneCustomer, tier: number, rules: EngineRules): Distance {
  const { program } = rules;
  return leastOrder((netMinor) => {
    const ordered = withOrder(now, netMinor, rules);
    if (autoTierOf(ordered) <= tier) return true;
    if (policyOf(program).upgrade === "at-once") return false;
    const evaluation = nextEvaluationDay(evaluationOf(program), now.day);
    return autoTierOf(followTime(ordered, evaluation, rules)) <= tier;
  });
}

function distanceToKeep(now: OneCustomer, tier: number, rules: EngineRules): Distances["keep"] {
  const isLost = (later: number): boolean => later > tier;
  const lost = followTime(now, lastCalendarDay, rules, isLost);
  if (!isLost(autoTierOf(lost))) return null;
  const lostOnDay = lost.day;
  const before = followTime(now, lostOnDay - 1, rules);
  const distance = leastOrder((netMinor) => {
    const ordered = withOrder(before, netMinor, rules);
    return !isLost(autoTierOf(followTime(ordered, lostOnDay, rules)));
  });
  return { tier, orderDay: lostOnDay - 1, lostOnDay, distance };
}
