import { parseCalendarDate } from "../calendar-day.ts";
import type { Evaluation, Policy, Program } from "../program/program.ts";
import { evaluationOf, policyOf } from "../program/program.ts";

/** A program's policy with its words turned into numbers, once for many customers. */
export type PolicyRules = Pick<
  Policy,
  "graceDays" | "minimumStayDays" | "oneStepDown" | "refunds"
> & {
  upgradeWaits: boolean;
  evaluation: Evaluation;
  /** Index of the tier that newcomers start in at least; `days` from their first counted order. */
  welcome: { tier: number; days: number } | null;
  /** By their first day; both days included. */
  freezes: readonly { fromDay: number; untilDay: number }[];
};

export function policyRulesOf(program: Program): PolicyRules {
  const { upgrade, graceDays, minimumStayDays, oneStepDown, refunds, welcome, freezes } =
    policyOf(program);
  return {
    graceDays,
    minimumStayDays,
    oneStepDown,
    refunds,
    upgradeWaits: upgrade === "at-evaluation",
    evaluation: evaluationOf(program),
    welcome: welcome
      ? { tier: program.tiers.findIndex(({ key }) => key === welcome.tier), days: welcome.days }
      : null,
    freezes: freezes
      .map(({ from, until }) => ({ fromDay: readDate(from), untilDay: readDate(until) }))
      .sort((a, b) => a.fromDay - b.fromDay),
  };
}

function readDate(text: string): number {
  const day = parseCalendarDate(text);
  if (day === null) throw new RangeError(`The program states "${text}", which is no date.`);
  return day;
}
