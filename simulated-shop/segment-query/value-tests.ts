import type { SegmentOperator } from "./segment-expression.ts";
import { readSegmentDay, type SegmentCalendar } from "./segment-dates.ts";
import type { SegmentToken } from "./tokenize-segment-query.ts";

/** Tests of one value against a clause's operator and values. Undefined: the operator or a value does not fit the kind. */

export type ValueTest<Value> = (value: Value | null) => boolean;

type Operands = {
  readonly operator: SegmentOperator;
  readonly values: readonly SegmentToken[];
};

/** A number: comparisons, BETWEEN with both ends in, IN, and whether there is one. */
export function numberTest({ operator, values }: Operands): ValueTest<number> | undefined {
  const nullTest = presenceTest<number>(operator);
  if (nullTest !== undefined) return nullTest;
  const numbers = values.map(({ kind, text }) => (kind === "number" ? Number(text) : Number.NaN));
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return undefined;
  const [bound = 0, upper = 0] = numbers;
  const test = comparison(operator, bound, upper);
  if (test !== undefined) return withoutNull(test, operator === "!=");
  if (operator !== "IN" && operator !== "NOT IN") return undefined;
  return (value) => (value !== null && numbers.includes(value)) === (operator === "IN");
}

/** A moment, compared by the day it falls on in the shop's time zone. */
export function dayTest(
  { operator, values }: Operands,
  calendar: SegmentCalendar,
): ValueTest<number> | undefined {
  const nullTest = presenceTest<number>(operator);
  if (nullTest !== undefined) return nullTest;
  const days = values.map((value) => readSegmentDay(value, calendar));
  const [day, until] = days;
  if (day === undefined || days.includes(undefined)) return undefined;
  switch (operator) {
    case "=":
      return withoutNull((ms) => ms >= day.startMs && ms < day.endMs);
    case "!=":
      return withoutNull((ms) => ms < day.startMs || ms >= day.endMs, true);
    case ">":
      return withoutNull((ms) => ms >= day.endMs);
    case ">=":
      return withoutNull((ms) => ms >= day.startMs);
    case "<":
      return withoutNull((ms) => ms < day.startMs);
    case "<=":
      return withoutNull((ms) => ms < day.endMs);
    case "BETWEEN":
      return until && withoutNull((ms) => ms >= day.startMs && ms < until.endMs);
    default:
      return undefined;
  }
}

/** A text, or one of a fixed set: equal or not. Enumerated values are spelt exactly, other texts in any case. */
export function textTest(
  { operator, values }: Operands,
  accepted: readonly string[] | null,
): ValueTest<string> | undefined {
  const nullTest = presenceTest<string>(operator);
  if (nullTest !== undefined) return nullTest;
  const [value] = values;
  if (value?.kind !== "text" || (operator !== "=" && operator !== "!=")) return undefined;
  if (accepted !== null && !accepted.includes(value.text)) return undefined;
  const wanted = accepted === null ? value.text.toLowerCase() : value.text;
  return (text) =>
    (text !== null && (accepted === null ? text.toLowerCase() : text) === wanted) ===
    (operator === "=");
}

/** Yes or no. */
export function flagTest({ operator, values }: Operands): ValueTest<boolean> | undefined {
  const nullTest = presenceTest<boolean>(operator);
  if (nullTest !== undefined) return nullTest;
  const wanted = values[0]?.text.toLowerCase();
  if (values[0]?.kind !== "word" || (wanted !== "true" && wanted !== "false")) return undefined;
  if (operator !== "=" && operator !== "!=") return undefined;
  return (value) => (value === (wanted === "true")) === (operator === "=");
}

function presenceTest<Value>(operator: SegmentOperator): ValueTest<Value> | undefined {
  if (operator === "IS NULL") return (value) => value === null;
  if (operator === "IS NOT NULL") return (value) => value !== null;
  return undefined;
}

/** What is not there fulfils nothing but `!=`. */
function withoutNull<Value>(
  test: (value: Value) => boolean,
  whenMissing = false,
): ValueTest<Value> {
  return (value) => (value === null ? whenMissing : test(value));
}

function comparison(
  operator: SegmentOperator,
  bound: number,
  upper: number,
): ((value: number) => boolean) | undefined {
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
      return (value) => value >= bound && value <= upper;
    default:
      return undefined;
  }
}
