import {
  anniversariesWithin,
  daysOfMonth,
  type Condition,
  type DaysOfYear,
} from "../../scoring/index.ts";

type AskedCondition = Extract<Condition, { kind: "tag" | "field" }>;

/** A condition as a question to Shopify; `is` false = those count whom the answer does not name. */
export interface SegmentQuestion {
  query: string;
  is: boolean;
}

export function isAskedOfShopify(condition: Condition): condition is AskedCondition {
  return condition.kind === "tag" || condition.kind === "field";
}

/**
 * In Shopify's segment query language: `customer_tags CONTAINS 'vip'`, `metafields.facts.birth_date >= 1990-01-01`.
 * A negation is ours, so that those without the field are on its side, and one answer serves both. Anniversaries are asked
 * for by their dates, so that the question is another one each day of the shop. `today`: days since 1970-01-01.
 */
export function segmentQuestionOf(condition: AskedCondition, today: number): SegmentQuestion {
  if (condition.kind === "tag")
    return { query: `customer_tags CONTAINS ${quoted(condition.tag)}`, is: condition.is };
  const { namespace, key, compare } = condition;
  const field = `metafields.${namespace}.${key}`;
  if (compare === "is-set" || compare === "is-not-set")
    return { query: `${field} IS NOT NULL`, is: compare === "is-set" };
  if (compare === "anniversary-within")
    return anniversaryQuestion(field, anniversariesWithin(today, Number(condition.value)));
  if (compare === "month-is")
    return anniversaryQuestion(field, [daysOfMonth(Number(condition.value))]);
  return {
    query: `${field} ${operatorOf(condition)} ${literalOf(condition)}`,
    is: compare !== "is-not",
  };
}

/** Shopify does not look at the year of an anniversary: any that has a 29th of February will do. */
const anyLeapYear = "2024";

function anniversaryQuestion(field: string, ranges: readonly DaysOfYear[]): SegmentQuestion {
  const clauses = ranges.map(
    ({ from, until }) =>
      `anniversary(date: ${quoted(field)}) BETWEEN ${anyLeapYear}-${from} AND ${anyLeapYear}-${until}`,
  );
  return { query: clauses.join(" OR "), is: true };
}

function operatorOf({ type, compare }: Extract<Condition, { kind: "field" }>): string {
  if (compare === "at-least" || compare === "on-or-after") return ">=";
  if (compare === "at-most" || compare === "on-or-before") return "<=";
  return type === "list" ? "CONTAINS" : "=";
}

/** Numbers, dates and truth stand bare. The rule's check has seen that they are some. */
function literalOf({ type, value }: Extract<Condition, { kind: "field" }>): string {
  return type === "text" || type === "list" ? quoted(value) : value;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, (sign) => `\\${sign}`)}'`;
}
