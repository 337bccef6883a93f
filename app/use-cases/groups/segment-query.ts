import type { Condition } from "../../scoring/index.ts";

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
 * A negation is ours, so that those without the field are on its side, and one answer serves both.
 */
export function segmentQuestionOf(condition: AskedCondition): SegmentQuestion {
  if (condition.kind === "tag")
    return { query: `customer_tags CONTAINS ${quoted(condition.tag)}`, is: condition.is };
  const { namespace, key, compare } = condition;
  const field = `metafields.${namespace}.${key}`;
  if (compare === "is-set" || compare === "is-not-set")
    return { query: `${field} IS NOT NULL`, is: compare === "is-set" };
  return {
    query: `${field} ${operatorOf(condition)} ${literalOf(condition)}`,
    is: compare !== "is-not",
  };
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
