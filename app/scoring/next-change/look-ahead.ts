import { never } from "../calendar-day.ts";
import type { TierAnswer } from "../policy/decide-tier.ts";
import { decideTier, fallOf } from "../policy/decide-tier.ts";
import { nextEvaluationDay } from "../policy/evaluation-day.ts";
import { heldByBit } from "../policy/held-by.ts";
import type { Hold, LabelPlaces } from "../policy/holds.ts";
import { frozenUntilDayOf, nextHoldEnd, overlayLabels } from "../policy/holds.ts";
import { nextLoweringDay } from "../policy/lowering-day.ts";
import type { PolicyRules } from "../policy/policy-rules.ts";
import type { PassingTime } from "./passing-time.ts";

/** One customer as decided on a day. */
export type Standing = TierAnswer & {
  customer: number;
  day: number;
  /** In effect; indexes, −1 = none. */
  tier: number;
  group: number;
  firstOrderDay: number;
  holds: readonly Hold[];
};

/** See `NextChanges`. */
export type NextChange = {
  day: number;
  tier: number;
  group: number;
  dueDay: number;
  belowFromDay: number;
};

/**
 * Looks from one customer's standing for the next day on which their labels are others. Goes from event to event: what
 * time does to the numbers, the day on which the policy lets go, the evaluation that an upgrade waits for, the end of a
 * hold; on each the policy decides as it would on that day.
 */
export function createLookAhead(
  time: PassingTime,
  rules: PolicyRules,
  places: LabelPlaces,
): (from: Standing) => NextChange {
  const lowest = places.tiers.size - 1;

  return function lookAhead(from) {
    const { holds, firstOrderDay } = from;
    const frozenUntilDay = holds.length === 0 ? 0 : frozenUntilDayOf(holds);
    const found = {
      day: never,
      tier: from.tier,
      group: from.group,
      dueDay: never,
      belowFromDay: never,
    };
    let state: TierAnswer = from;
    time.begin(from.customer);
    const { labels } = time;
    if (labels.kept > state.autoTier) found.belowFromDay = state.belowFromDay;
    for (let day = nextEvent(from.day); day < never; day = nextEvent(day)) {
      time.goTo(day);
      if (state.autoTier === from.autoTier) noteBelow(day);
      decide(day);
      if (state.autoTier !== from.autoTier) found.dueDay = Math.min(found.dueDay, day);
      if (found.day === never) noteChange(day);
      if (found.day < never && isBelowSettled()) break;
    }
    return found;

    function noteBelow(day: number): void {
      const isBelow = labels.kept > from.autoTier;
      if (isBelow && found.belowFromDay === never) found.belowFromDay = day;
      // Regular buyers can rise again by time alone, and if they fall once more their days below begin anew.
      if (!isBelow && found.belowFromDay < never) found.dueDay = Math.min(found.dueDay, day);
    }

    function decide(day: number): void {
      const { entered, kept } = labels;
      const { autoTier, sinceDay, belowFromDay, heldBy } = state;
      if (entered === autoTier && kept === autoTier && belowFromDay === never) return;
      const past = { autoTier, sinceDay, belowFromDay, heldBy };
      state = decideTier(
        { entered, kept, firstOrderDay, frozenUntilDay, ...past },
        rules,
        day,
        "time",
      );
    }

    function noteChange(day: number): void {
      let [tier, group] = [state.autoTier, labels.group];
      if (holds.length > 0) ({ tier, group } = overlayLabels({ tier, group }, holds, day, places));
      if (tier === from.tier && group === from.group) return;
      found.day = day;
      found.tier = tier;
      found.group = group;
      found.dueDay = Math.min(found.dueDay, day);
    }

    /** Nothing more is to be known about when the tier they have now is not kept. */
    function isBelowSettled(): boolean {
      return (
        found.belowFromDay < never || state.autoTier !== from.autoTier || from.autoTier === lowest
      );
    }

    function nextEvent(day: number): number {
      let next = time.nextDay();
      if (labels.kept > state.autoTier) {
        const refundWaits = (state.heldBy & heldByBit["refund-waits"]) !== 0;
        const { sinceDay, belowFromDay } = state;
        const fall = fallOf(
          { firstOrderDay, frozenUntilDay },
          { sinceDay, belowFromDay, refundWaits },
        );
        next = Math.min(next, nextLoweringDay(fall, rules, day));
      }
      if (labels.entered < state.autoTier && labels.entered >= 0)
        next = Math.min(next, nextEvaluationDay(rules.evaluation, day));
      if (holds.length > 0) next = Math.min(next, nextHoldEnd(holds, day));
      return next;
    }
  };
}
