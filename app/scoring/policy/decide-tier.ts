import { isEvaluationDay } from "./evaluation-day.ts";
import { heldByBit } from "./held-by.ts";
import type { Fall } from "./lowering-day.ts";
import { findBlocks } from "./lowering-day.ts";
import type { PolicyRules } from "./policy-rules.ts";
import { never } from "../calendar-day.ts";

/**
 * Why somebody is looked at: orders of theirs changed, and by a refund; a day on which something was due has come; the base
 * was calibrated anew; the program changed.
 */
export type Cause = "order" | "refund" | "time" | "cut-offs" | "rules";

/** One customer before the policy speaks. Tiers are indexes, 0 = highest, −1 = none. */
export type TierQuestion = {
  /** What the numbers enter; −1 = not ranked. */
  entered: number;
  /** What they keep, not below it. */
  kept: number;
  firstOrderDay: number;
  frozenUntilDay: number;
  autoTier: number;
  sinceDay: number;
  belowFromDay: number;
  heldBy: number;
};

/** One customer of a `PolicyState`. */
export type TierAnswer = {
  autoTier: number;
  sinceDay: number;
  /** Since when the numbers do not keep the tier; `never` when they do, today. */
  belowFromDay: number;
  heldBy: number;
};

/**
 * What the policy makes of one customer on a day. In this order:
 *
 * 1. not ranked: no tier, at once;
 * 2. no tier so far: what the numbers enter, or the welcome tier if that is higher and the customer is new;
 * 3. the numbers enter a higher tier: up, at once or when the base is evaluated;
 * 4. the numbers keep the tier: stays;
 * 5. else down, when nothing blocks it any more (`findBlocks`): to what the numbers keep, or by one step.
 *
 * `worked-cases` has every case, and those where these meet, as a table.
 */
export function decideTier(
  question: TierQuestion,
  rules: PolicyRules,
  day: number,
  cause: Cause,
): TierAnswer {
  const { entered, kept, autoTier, sinceDay } = question;
  if (entered < 0) return { autoTier: -1, sinceDay: never, belowFromDay: never, heldBy: 0 };
  if (autoTier < 0) return startIn(firstTierOf(question, rules, day), question, rules, day);
  const evaluates = isEvaluation(rules, day, cause);
  if (entered < autoTier) {
    if (!rules.upgradeWaits || evaluates) return startIn(entered, question, rules, day);
    return { autoTier, sinceDay, belowFromDay: never, heldBy: heldByBit["upgrade-waits"] };
  }
  if (kept <= autoTier)
    return { autoTier, sinceDay, belowFromDay: never, heldBy: keepBit(entered, autoTier) };
  return fall(question, rules, day, { cause, evaluates });
}

function firstTierOf(
  { entered, firstOrderDay }: TierQuestion,
  { welcome }: PolicyRules,
  day: number,
): number {
  if (welcome === null || day >= firstOrderDay + welcome.days) return entered;
  return Math.min(entered, welcome.tier);
}

/** A calibration and a change of the program are evaluations on whatever day; else the program names the days. */
function isEvaluation({ evaluation }: PolicyRules, day: number, cause: Cause): boolean {
  if (cause === "order" || cause === "refund") return false;
  return cause !== "time" || isEvaluationDay(evaluation, day);
}

function fall(
  question: TierQuestion,
  rules: PolicyRules,
  day: number,
  { cause, evaluates }: { cause: Cause; evaluates: boolean },
): TierAnswer {
  const { kept, autoTier, sinceDay } = question;
  const wasBelow = question.belowFromDay <= day;
  const byRefund = cause === "refund" && !wasBelow;
  if (byRefund && rules.refunds === "at-once") return startIn(kept, question, rules, day);
  const belowFromDay = wasBelow ? question.belowFromDay : day;
  const waited = (question.heldBy & heldByBit["refund-waits"]) !== 0 && !evaluates;
  const refundWaits = rules.refunds === "at-evaluation" && (byRefund || (wasBelow && waited));
  const blocks = findBlocks(fallOf(question, { sinceDay, belowFromDay, refundWaits }), rules, day);
  if (blocks !== 0) return { autoTier, sinceDay, belowFromDay, heldBy: blocks };
  return startIn(rules.oneStepDown ? autoTier + 1 : kept, question, rules, day);
}

/** In a tier from this day on. One that the numbers do not keep begins its own time below with it. */
function startIn(
  tier: number,
  question: TierQuestion,
  rules: PolicyRules,
  day: number,
): TierAnswer {
  if (question.kept <= tier)
    return {
      autoTier: tier,
      sinceDay: day,
      belowFromDay: never,
      heldBy: keepBit(question.entered, tier),
    };
  const fallFrom = fallOf(question, { sinceDay: day, belowFromDay: day, refundWaits: false });
  const heldBy = findBlocks(fallFrom, rules, day);
  return { autoTier: tier, sinceDay: day, belowFromDay: day, heldBy };
}

function keepBit(entered: number, tier: number): number {
  return entered > tier ? heldByBit.keep : 0;
}

/** What is known of the fall of somebody whose numbers do not keep their tier. */
export function fallOf(
  { firstOrderDay, frozenUntilDay }: Pick<TierQuestion, "firstOrderDay" | "frozenUntilDay">,
  rest: Pick<Fall, "sinceDay" | "belowFromDay" | "refundWaits">,
): Fall {
  return { firstOrderDay, frozenUntilDay, ...rest };
}
