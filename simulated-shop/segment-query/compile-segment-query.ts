import type { Customer } from "../world/customer.ts";
import type { World } from "../world/world.ts";
import {
  parseSegmentQuery,
  placeOf,
  type SegmentExpression,
  type SegmentOperator,
} from "./parse-segment-query.ts";
import {
  SEGMENT_ATTRIBUTES,
  UNANSWERED_SEGMENT_ATTRIBUTES,
  type SegmentAttribute,
} from "./segment-attributes.ts";
import type { SegmentToken } from "./tokenize-segment-query.ts";

/** Is this customer in the segment? Amounts are compared in the shop's currency. */
export type SegmentTest = (customer: Customer, currencyCode: string) => boolean;

export type CompiledSegmentQuery =
  | { readonly kind: "test"; readonly test: SegmentTest }
  /** Messages in Shopify's words, without the leading "Query ". */
  | { readonly kind: "invalid"; readonly messages: readonly string[] }
  /** Correct at Shopify, but this shop does not evaluate that attribute. */
  | { readonly kind: "unanswered"; readonly attribute: string };

const MAX_CLAUSES = 10;

/** Checks a segment query and makes the test of it. */
export function compileSegmentQuery(query: string): CompiledSegmentQuery {
  const { expression, attributes, errors } = parseSegmentQuery(query);
  const unanswered = attributes.find(
    ({ text }) => UNANSWERED_SEGMENT_ATTRIBUTES.has(text) || text.startsWith("metafields."),
  );
  const unknown = attributes.filter(
    (token) => token !== unanswered && !Object.hasOwn(SEGMENT_ATTRIBUTES, token.text),
  );
  const messages = [
    ...errors,
    ...unknown.map((token) => `${placeOf(token)} '${token.text}' filter cannot be found.`),
  ];
  if (messages.length > 0) return { kind: "invalid", messages };
  if (unanswered !== undefined) return { kind: "unanswered", attribute: unanswered.text };
  if (attributes.length > MAX_CLAUSES)
    return {
      kind: "invalid",
      messages: [`Line 1 Column 0: a query can have at most ${MAX_CLAUSES} clauses.`],
    };
  const test = expression && compileExpression(expression);
  return typeof test === "function"
    ? { kind: "test", test }
    : { kind: "invalid", messages: test ?? [] };
}

/** The members of a segment query at this moment. */
export function findSegmentMembers(world: World, test: SegmentTest): Customer[] {
  const members: Customer[] = [];
  for (const customer of world.customers.values())
    if (test(customer, world.shop.currencyCode)) members.push(customer);
  return members;
}

/** A test, or what is wrong. */
function compileExpression(expression: SegmentExpression): SegmentTest | string[] {
  switch (expression.kind) {
    case "clause":
      return compileClause(expression);
    case "not": {
      const inner = compileExpression(expression.part);
      return typeof inner === "function"
        ? (customer, currencyCode) => !inner(customer, currencyCode)
        : inner;
    }
    default: {
      const parts = expression.parts.map(compileExpression);
      const problems = parts.flatMap((part) => (typeof part === "function" ? [] : part));
      if (problems.length > 0) return problems;
      const tests = parts.filter((part) => typeof part === "function");
      return expression.kind === "and"
        ? (customer, currencyCode) => tests.every((test) => test(customer, currencyCode))
        : (customer, currencyCode) => tests.some((test) => test(customer, currencyCode));
    }
  }
}

function compileClause(
  clause: Extract<SegmentExpression, { kind: "clause" }>,
): SegmentTest | string[] {
  const attribute = SEGMENT_ATTRIBUTES[clause.attribute.text];
  const test = attribute && testOf(attribute, clause.operator, clause.values);
  if (test) return test;
  const culprit = clause.values.find((value) => value.kind === "unknown") ?? clause.operatorToken;
  return [`${placeOf(culprit)} '${culprit.text}' is unexpected.`];
}

function testOf(
  attribute: SegmentAttribute,
  operator: SegmentOperator,
  values: readonly SegmentToken[],
): SegmentTest | undefined {
  switch (attribute.kind) {
    case "list":
      return listTest(attribute, operator, values);
    case "enum": {
      const [value] = values;
      if (value?.kind !== "text" || (operator !== "=" && operator !== "!=")) return undefined;
      return (customer) => (attribute.valueOf(customer) === value.text) === (operator === "=");
    }
    case "number": {
      const bounds = values.map(({ kind, text }) =>
        kind === "number" ? Number(text) : Number.NaN,
      );
      const compare = numberComparison(operator, bounds);
      return (
        compare && ((customer, currencyCode) => compare(attribute.valueOf(customer, currencyCode)))
      );
    }
  }
}

function listTest(
  attribute: Extract<SegmentAttribute, { kind: "list" }>,
  operator: SegmentOperator,
  values: readonly SegmentToken[],
): SegmentTest | undefined {
  if (operator === "IS NULL") return attribute.isEmpty;
  if (operator === "IS NOT NULL") return (customer) => !attribute.isEmpty(customer);
  const [value] = values;
  if (value?.kind !== "text" || (operator !== "CONTAINS" && operator !== "NOT CONTAINS"))
    return undefined;
  const text = value.text.toLowerCase();
  return (customer) => attribute.contains(customer, text) === (operator === "CONTAINS");
}

function numberComparison(
  operator: SegmentOperator,
  bounds: readonly number[],
): ((value: number) => boolean) | undefined {
  const [bound, upper = Number.NaN] = bounds;
  if (bound === undefined || Number.isNaN(bound)) return undefined;
  switch (operator) {
    case "=":
      return (value) => value === bound;
    case "!=":
      return (value) => value !== bound;
    case ">":
      return (value) => value > bound;
    case ">=":
      return (value) => value >= bound;
    case "<":
      return (value) => value < bound;
    case "<=":
      return (value) => value <= bound;
    case "BETWEEN":
      return Number.isNaN(upper) ? undefined : (value) => value >= bound && value <= upper;
    default:
      return undefined;
  }
}
