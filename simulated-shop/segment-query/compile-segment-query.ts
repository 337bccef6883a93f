import type { Customer } from "../world/customer.ts";
import type { World } from "../world/world.ts";
import { anniversaryTest } from "./anniversary.ts";
import { metafieldAttributeOf } from "./metafield-attribute.ts";
import { parseSegmentQuery, type FunctionSpelling } from "./parse-segment-query.ts";
import { SEGMENT_ATTRIBUTES, type SegmentAttribute } from "./segment-attributes.ts";
import type { SegmentCalendar } from "./segment-dates.ts";
import {
  placeOf,
  unexpected,
  type SegmentClause,
  type SegmentExpression,
  type SegmentOperator,
} from "./segment-expression.ts";
import { compileFunction, isEvaluatedFunction, UNANSWERED_FUNCTIONS } from "./segment-functions.ts";
import { dayTest, flagTest, numberTest, textTest } from "./value-tests.ts";

/** Is this customer in the segment, as of the moment the query was compiled? */
export type SegmentTest = (customer: Customer) => boolean;

export type CompiledSegmentQuery =
  | { readonly kind: "test"; readonly test: SegmentTest }
  /** Messages in Shopify's words, without the leading "Query ". */
  | { readonly kind: "invalid"; readonly messages: readonly string[] }
  /** Correct at Shopify, but this shop cannot tell who belongs to it: the attribute it has no data for. */
  | { readonly kind: "unanswered"; readonly attribute: string };

export type CompileOptions = {
  /** Which spelling of functions is accepted; both when left out. */
  readonly functionSpelling?: FunctionSpelling;
  /** IANA; the shop's own when left out. */
  readonly timeZone?: string | undefined;
};

const MAX_CLAUSES = 10;
const ANNIVERSARY = "anniversary";

/** Checks a segment query and makes the test of it. */
export function compileSegmentQuery(
  query: string,
  world: World,
  { functionSpelling = "both", timeZone = world.shop.timeZone }: CompileOptions = {},
): CompiledSegmentQuery {
  const { expression, attributes, errors } = parseSegmentQuery(query, functionSpelling);
  const compiler = new SegmentCompiler(world, { nowMs: world.clock.nowMs(), timeZone });
  const unknown = attributes
    .filter(({ text }) => !compiler.knows(text))
    .map((token) => `${placeOf(token)} '${token.text}' filter cannot be found.`);
  if (errors.length + unknown.length > 0)
    return { kind: "invalid", messages: [...errors, ...unknown] };
  if (attributes.length > MAX_CLAUSES)
    return {
      kind: "invalid",
      messages: [`Line 1 Column 0: a query can have at most ${MAX_CLAUSES} clauses.`],
    };
  const test = expression === null ? () => false : compiler.compile(expression);
  const { problems, unanswered } = compiler;
  if (problems.length > 0) return { kind: "invalid", messages: problems };
  return unanswered === null
    ? { kind: "test", test }
    : { kind: "unanswered", attribute: unanswered };
}

const COMPARISONS: readonly SegmentOperator[] = ["=", "!=", ">", ">=", "<", "<=", "BETWEEN"];
const EQUALITY: readonly SegmentOperator[] = ["=", "!="];

/** Operators that take a value, by kind of attribute. Every kind has IS NULL and IS NOT NULL. */
const OPERATORS: Readonly<Record<SegmentAttribute["kind"], readonly SegmentOperator[]>> = {
  boolean: EQUALITY,
  date: COMPARISONS,
  enum: EQUALITY,
  float: COMPARISONS,
  integer: COMPARISONS,
  list: ["CONTAINS", "NOT CONTAINS"],
  string: EQUALITY,
};

class SegmentCompiler {
  readonly problems: string[] = [];
  unanswered: string | null = null;
  readonly #world: World;
  readonly #calendar: SegmentCalendar;

  constructor(world: World, calendar: SegmentCalendar) {
    this.#world = world;
    this.#calendar = calendar;
  }

  knows(name: string): boolean {
    return (
      isEvaluatedFunction(name) ||
      name === ANNIVERSARY ||
      UNANSWERED_FUNCTIONS.has(name) ||
      this.#attributeOf(name) !== undefined
    );
  }

  compile(expression: SegmentExpression): SegmentTest {
    switch (expression.kind) {
      case "clause":
        return this.#compileClause(expression);
      case "not": {
        const inner = this.compile(expression.part);
        return (customer) => !inner(customer);
      }
      case "and": {
        const parts = expression.parts.map((part) => this.compile(part));
        return (customer) => parts.every((part) => part(customer));
      }
      case "or": {
        const parts = expression.parts.map((part) => this.compile(part));
        return (customer) => parts.some((part) => part(customer));
      }
    }
  }

  #compileClause(clause: SegmentClause): SegmentTest {
    const name = clause.attribute.text;
    if (isEvaluatedFunction(name)) return this.#compileFunctionClause(name, clause);
    if (name === ANNIVERSARY)
      return anniversaryTest(clause, this.#world, this.#calendar) ?? this.#refuse(clause);
    if (UNANSWERED_FUNCTIONS.has(name)) return this.#cannotAnswer(name);
    const attribute = this.#attributeOf(name);
    const test =
      clause.parameters === null && attribute !== undefined
        ? this.#testOf(attribute, clause)
        : undefined;
    if (test === undefined) return this.#refuse(clause);
    return test === "unanswered" ? this.#cannotAnswer(name) : test;
  }

  #compileFunctionClause(
    name: Parameters<typeof compileFunction>[0],
    clause: SegmentClause,
  ): SegmentTest {
    const isNull = clause.operator === "IS NULL";
    const isPresence = isNull || clause.operator === "IS NOT NULL";
    if (clause.parameters === null && !isPresence) return this.#refuse(clause);
    const compiled = compileFunction(name, clause.parameters ?? [], this.#world, this.#calendar);
    if (compiled.kind === "unanswered") return this.#cannotAnswer(`${name} ${compiled.parameter}`);
    if (compiled.kind === "invalid") {
      this.problems.push(unexpected(compiled.parameter.values[0] ?? compiled.parameter.name));
      return () => false;
    }
    const wanted = wantedOutcome(clause);
    if (wanted === undefined) return this.#refuse(clause);
    return (customer) => compiled.test(customer) === wanted;
  }

  #testOf(
    attribute: SegmentAttribute,
    clause: SegmentClause,
  ): SegmentTest | "unanswered" | undefined {
    switch (attribute.kind) {
      case "list":
        return this.#listTest(attribute, clause);
      case "string":
      case "enum":
        return this.#read(attribute.readIn, textTest(clause, attribute.accepted));
      case "boolean":
        return this.#read(attribute.readIn, flagTest(clause));
      case "date":
        return this.#read(attribute.readIn, dayTest(clause, this.#calendar));
      case "integer":
      case "float":
        return this.#read(attribute.readIn, numberTest(clause));
    }
  }

  #read<Value>(
    readIn: ((world: World) => (customer: Customer) => Value | null) | null,
    test: ((value: Value | null) => boolean) | undefined,
  ): SegmentTest | "unanswered" | undefined {
    if (test === undefined) return undefined;
    if (readIn === null) return "unanswered";
    const valueOf = readIn(this.#world);
    return (customer) => test(valueOf(customer));
  }

  #listTest(
    { ignoresCase, readIn }: Extract<SegmentAttribute, { kind: "list" }>,
    { operator, values: [value] }: SegmentClause,
  ): SegmentTest | "unanswered" | undefined {
    const asksForNone = operator === "IS NULL" || operator === "IS NOT NULL";
    const asksForText = operator === "CONTAINS" || operator === "NOT CONTAINS";
    if (!asksForNone && !(asksForText && value?.kind === "text")) return undefined;
    if (readIn === null) return "unanswered";
    const holdsIn = readIn(this.#world);
    const text = asksForNone || value === undefined ? null : value.text;
    const wanted = text !== null && ignoresCase ? text.toLowerCase() : text;
    const expected = operator === "IS NULL" || operator === "CONTAINS";
    return (customer) => holdsIn(customer)(wanted) === expected;
  }

  #attributeOf(name: string): SegmentAttribute | undefined {
    return Object.hasOwn(SEGMENT_ATTRIBUTES, name)
      ? SEGMENT_ATTRIBUTES[name]
      : metafieldAttributeOf(this.#world, name);
  }

  /** The operator is not one of the attribute's, or the value is not. */
  #refuse({ attribute, operator, operatorToken, values }: SegmentClause): SegmentTest {
    const kind = this.#attributeOf(attribute.text)?.kind;
    const [value] = kind !== undefined && OPERATORS[kind].includes(operator) ? values : [];
    this.problems.push(unexpected(value ?? operatorToken));
    return () => false;
  }

  #cannotAnswer(name: string): SegmentTest {
    this.unanswered ??= name;
    return () => false;
  }
}

/** Whether a function's test must hold: `MATCHES`, `= true`, or the opposite. */
function wantedOutcome({ operator, values }: SegmentClause): boolean | undefined {
  if (operator === "MATCHES" || operator === "IS NOT NULL") return true;
  if (operator === "NOT MATCHES" || operator === "IS NULL") return false;
  const word = values[0]?.text.toLowerCase();
  if ((operator !== "=" && operator !== "!=") || (word !== "true" && word !== "false"))
    return undefined;
  return (word === "true") === (operator === "=");
}
