import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { parseAmount } from "../program/money-amount.ts";
import { fieldComparisons, type Condition } from "./condition-schema.ts";
import type { MemberRule, RuleProblem } from "./member-rule.ts";

/** What a rule's conditions refer to. */
export type RuleSurroundings = {
  currency: string;
  tiers: readonly { key: string }[];
  groups: readonly { key: string }[];
};

/** What of a rule that is in form does not fit the shop, and where: labels it does not have, amounts it cannot have. */
export function findRuleProblems(rule: MemberRule, around: RuleSurroundings): RuleProblem[] {
  return listConditions(rule).flatMap(({ condition, field }) =>
    problemsOf(condition, around).map(({ part, problem }) => ({
      field: `${field}.${part}`,
      problem,
    })),
  );
}

/** Every condition of a rule with its place. */
export function listConditions(rule: MemberRule): { condition: Condition; field: string }[] {
  return rule.conditions.flatMap((each, index) =>
    each.kind === "block"
      ? each.conditions.map((condition, inner) => ({
          condition,
          field: `conditions.${index}.conditions.${inner}`,
        }))
      : [{ condition: each, field: `conditions.${index}` }],
  );
}

function problemsOf(
  condition: Condition,
  { currency, tiers, groups }: RuleSurroundings,
): { part: string; problem: string }[] {
  switch (condition.kind) {
    case "amount":
      if (
        findCurrencyMinorDigits(currency) !== null &&
        parseAmount(condition.amount, currency) === null
      )
        return [{ part: "amount", problem: `must be an amount in ${currency}` }];
      return [];
    case "label": {
      const labels = condition.family === "tier" ? tiers : groups;
      const unknown = condition.keys.filter((key) => !labels.some((label) => label.key === key));
      if (unknown.length === 0) return [];
      return [{ part: "keys", problem: `must be there now; gone: ${unknown.join(", ")}` }];
    }
    case "field":
      return fieldProblems(condition);
    default:
      return [];
  }
}

const isNumber = /^-?\d{1,15}(\.\d{1,9})?$/;
const isDayCount = /^([0-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-5])$/;
const isMonth = /^([1-9]|1[0-2])$/;
const isDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function fieldProblems({
  type,
  compare,
  value,
}: Extract<Condition, { kind: "field" }>): { part: string; problem: string }[] {
  const comparisons: readonly string[] = fieldComparisons[type];
  if (!comparisons.includes(compare))
    return [{ part: "compare", problem: `must fit a ${type} field` }];
  if (compare === "is-set" || compare === "is-not-set") return [];
  if (compare === "anniversary-within")
    return isDayCount.test(value) ? [] : [{ part: "value", problem: "must be 0 to 365 days" }];
  if (compare === "month-is")
    return isMonth.test(value) ? [] : [{ part: "value", problem: "must be a month, 1 to 12" }];
  const fits = {
    text: value !== "",
    list: value !== "",
    number: isNumber.test(value),
    date: isDate.test(value),
    boolean: value === "true" || value === "false",
  };
  const wanted = {
    text: "must not be empty",
    list: "must not be empty",
    number: "must be a number",
    date: "must be a date, like 2026-01-31",
    boolean: "must be true or false",
  };
  return fits[type] ? [] : [{ part: "value", problem: wanted[type] }];
}
