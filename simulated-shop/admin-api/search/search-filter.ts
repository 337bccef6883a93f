import { GraphQLError } from "graphql";
import { readSearchMoment, type MomentSpan, type SearchScope } from "./search-moment.ts";
import type { SearchComparator } from "./tokenize-search-query.ts";

export type Predicate<Row> = (row: Row) => boolean;

/** Makes the test for one `field:value`; undefined when the value is not an accepted one. */
export type FilterMaker<Row> = (
  value: string,
  comparator: SearchComparator,
  scope: SearchScope,
) => Predicate<Row> | undefined;

/** The filters a search knows, by field, and what a word without a field is looked up in, if that is possible. */
export type SearchFilters<Row> = {
  readonly byField: Readonly<Record<string, FilterMaker<Row>>>;
  readonly freeText?: (word: string) => Predicate<Row>;
  /** Filters of Shopify's that this shop has no data for: asking for one fails, naming it. */
  readonly unanswered?: ReadonlySet<string>;
};

/** Filter on one moment, or on whether one of several fits. A range may be written `2026-01-01..2026-03-31`. */
export function byMoment<Row>(
  field: string,
  momentsOf: (row: Row) => number | null | readonly number[],
): FilterMaker<Row> {
  return (value, comparator, scope) => {
    const [from = "", to = from] = value.split("..");
    const first = momentOrThrow(field, from, scope);
    const last = momentOrThrow(field, to, scope);
    const isRange = to !== from;
    const fits = isRange
      ? (momentMs: number) =>
          momentMs >= first.startMs && momentMs < Math.max(last.endMs, last.startMs + 1)
      : (momentMs: number) => compareMoment(momentMs, comparator, first);
    return (row) => {
      const moments = momentsOf(row);
      if (moments === null) return false;
      return typeof moments === "number" ? fits(moments) : moments.some(fits);
    };
  };
}

function momentOrThrow(field: string, text: string, scope: SearchScope): MomentSpan {
  const span = readSearchMoment(text, scope);
  if (span !== null) return span;
  throw new GraphQLError(`Invalid timestamp for query filter \`${field}\`.`, {
    extensions: { code: "BAD_REQUEST" },
  });
}

/** After a day means after all of it; up to a year includes it. */
function compareMoment(
  momentMs: number,
  comparator: SearchComparator,
  { startMs, endMs }: MomentSpan,
): boolean {
  switch (comparator) {
    case ":":
      return momentMs === startMs || (momentMs >= startMs && momentMs < endMs);
    case ":>":
      return endMs > startMs ? momentMs >= endMs : momentMs > startMs;
    case ":>=":
      return momentMs >= startMs;
    case ":<":
      return momentMs < startMs;
    case ":<=":
      return momentMs <= startMs || momentMs < endMs;
  }
}

/** Filter on a number, a comparison with one, or a range `5..20`. */
export function byNumber<Row>(numberOf: (row: Row) => number): FilterMaker<Row> {
  return (value, comparator) => {
    const [from = "", to] = value.split("..");
    const bound = toNumber(from);
    if (to !== undefined) {
      const upper = toNumber(to);
      return bound === null || upper === null
        ? undefined
        : (row) => numberOf(row) >= bound && numberOf(row) <= upper;
    }
    return bound === null ? undefined : (row) => compare(numberOf(row), comparator, bound);
  };
}

function toNumber(text: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

/**
 * Filter on a text, ignoring case: equal as a whole or to one of its words. A trailing `*` makes it a prefix, a lone
 * one asks for any text; several may be given with commas between.
 */
export function byText<Row>(textOf: (row: Row) => string): FilterMaker<Row> {
  return (value) => {
    const tests = value.toLowerCase().split(",").map(textTest);
    return (row) => {
      const text = textOf(row).toLowerCase();
      return tests.some((test) => test(text));
    };
  };
}

function textTest(given: string): (text: string) => boolean {
  const wanted = given.trim();
  if (wanted === "*") return (text) => text !== "";
  if (wanted.endsWith("*")) {
    const prefix = wanted.slice(0, -1);
    return (text) =>
      text.startsWith(prefix) || wordsOf(text).some((word) => word.startsWith(prefix));
  }
  return (text) =>
    text === wanted || (text.length > wanted.length && wordsOf(text).includes(wanted));
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,;|]+/);
}

/** Filter on one of a few words, ignoring case; others are not accepted. Several may be given with commas between. */
export function byChoice<Row>(
  accepted: readonly string[],
  choiceOf: (row: Row) => string,
): FilterMaker<Row> {
  return (value) => {
    const wanted = new Set(
      value
        .toLowerCase()
        .split(",")
        .map((choice) => choice.trim()),
    );
    if (![...wanted].every((choice) => accepted.includes(choice))) return undefined;
    return (row) => wanted.has(choiceOf(row).toLowerCase());
  };
}

/** Filter on yes or no. */
export function byFlag<Row>(flagOf: (row: Row) => boolean): FilterMaker<Row> {
  return (value) => {
    const wanted = value.toLowerCase();
    return wanted === "true" || wanted === "false"
      ? (row) => flagOf(row) === (wanted === "true")
      : undefined;
  };
}

/** Filter on an id given as a number or as a gid. */
export function byId<Row>(idOf: (row: Row) => number | null): FilterMaker<Row> {
  return (value, comparator) => {
    const bound = readId(value);
    if (bound === null) return undefined;
    return (row) => {
      const id = idOf(row);
      return id !== null && compare(id, comparator, bound);
    };
  };
}

/** "17" and "gid://shopify/Order/17" → 17 */
export function readId(value: string): number | null {
  const digits = /^(?:gid:\/\/shopify\/\w+\/)?(\d+)$/.exec(value)?.[1];
  return digits === undefined ? null : Number(digits);
}

function compare(value: number, comparator: SearchComparator, bound: number): boolean {
  switch (comparator) {
    case ":>":
      return value > bound;
    case ":>=":
      return value >= bound;
    case ":<":
      return value < bound;
    case ":<=":
      return value <= bound;
    case ":":
      return value === bound;
  }
}
