import { heldByBit } from "./held-by.ts";
import { nextEvaluationDay } from "./evaluation-day.ts";
import type { PolicyRules } from "./policy-rules.ts";

/** One customer whose numbers do not keep their tier. */
export type Fall = {
  sinceDay: number;
  /** Not after the day asked about. */
  belowFromDay: number;
  firstOrderDay: number;
  /** The customer's own freeze: the first day on which they may be lowered again; 0 or a past day = none. */
  frozenUntilDay: number;
  /** A refund caused the fall, and such falls wait for the evaluation. */
  refundWaits: boolean;
};

/**
 * The first day after `day` on which the customer is lowered if nothing else happens:
 *
 *     the latest of  day + 1,  belowFromDay + graceDays,  sinceDay + minimumStayDays,  sinceDay + 1 when one step at a time,
 *     firstOrderDay + welcome days,  frozenUntilDay,  the evaluation after belowFromDay when a refund waits for it
 *
 * and, when that lies in a shop holiday, the day after it.
 *
 * Example: below since day 100 with 30 days of grace, in the tier since day 20 with 90 days to stay → day 130.
 */
export function nextLoweringDay(fall: Fall, rules: PolicyRules, day: number): number {
  let from = Math.max(day + 1, fall.belowFromDay + rules.graceDays, fall.frozenUntilDay);
  if (rules.minimumStayDays > 0) from = Math.max(from, fall.sinceDay + rules.minimumStayDays);
  if (rules.oneStepDown) from = Math.max(from, fall.sinceDay + 1);
  if (rules.welcome !== null) from = Math.max(from, fall.firstOrderDay + rules.welcome.days);
  if (fall.refundWaits) from = Math.max(from, evaluationAfterFall(fall, rules));
  return afterHolidays(from, rules);
}

function evaluationAfterFall({ belowFromDay }: Fall, { evaluation }: PolicyRules): number {
  return nextEvaluationDay(evaluation, belowFromDay);
}

/** Holidays are in the order of their first days, so that one that runs into the next is left behind with it. */
function afterHolidays(day: number, { freezes }: PolicyRules): number {
  let free = day;
  for (const { fromDay, untilDay } of freezes)
    if (fromDay <= free && free <= untilDay) free = untilDay + 1;
  return free;
}

/** All that keeps the customer from being lowered on `day`, as `heldBy` bits; 0 = nothing. */
export function findBlocks(fall: Fall, rules: PolicyRules, day: number): number {
  const { sinceDay, belowFromDay, firstOrderDay } = fall;
  let blocks = 0;
  if (belowFromDay + rules.graceDays > day) blocks |= heldByBit.grace;
  if (rules.minimumStayDays > 0 && sinceDay + rules.minimumStayDays > day)
    blocks |= heldByBit["minimum-stay"];
  if (rules.oneStepDown && sinceDay + 1 > day) blocks |= heldByBit["one-step"];
  if (rules.welcome !== null && firstOrderDay + rules.welcome.days > day)
    blocks |= heldByBit.welcome;
  if (fall.frozenUntilDay > day || afterHolidays(day, rules) > day) blocks |= heldByBit.freeze;
  if (fall.refundWaits && evaluationAfterFall(fall, rules) > day)
    blocks |= heldByBit["refund-waits"];
  return blocks;
}
