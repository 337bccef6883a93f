import { GraphQLError } from "graphql";
import type { RequestContext } from "../field-resolver.ts";
import {
  parseSearchQuery,
  type SearchComparator,
  type SearchExpression,
} from "./parse-search-query.ts";

export type Predicate<Row> = (row: Row) => boolean;

/** Makes the test for one `field:value`; undefined when the value is not an accepted one. */
export type FilterMaker<Row> = (
  value: string,
  comparator: SearchComparator,
) => Predicate<Row> | undefined;

/** The filters a search knows, by field, and what a word without a field is looked up in. */
export type SearchFilters<Row> = {
  readonly byField: Readonly<Record<string, FilterMaker<Row>>>;
  readonly freeText: (word: string) => Predicate<Row>;
};

/**
 * Turns a search text into a test of rows. As at Shopify an unknown filter is ignored, with a warning in
 * `extensions.search`; an unaccepted value matches nothing, with a warning.
 */
export function compileSearch<Row>(
  text: string,
  filters: SearchFilters<Row>,
  rootField: string,
  context: RequestContext,
): Predicate<Row> {
  function warn(field: string, value: string, code: string, message: string): void {
    context.searchNotices.push({
      path: [rootField],
      query: text,
      parsed: { field, match_all: value },
      warnings: [{ field, message, code }],
    });
  }

  function compile(expression: SearchExpression): Predicate<Row> | null {
    switch (expression.kind) {
      case "term": {
        const { field, value, comparator } = expression;
        if (field === null) return value === "*" ? null : filters.freeText(value.toLowerCase());
        const make = Object.hasOwn(filters.byField, field) ? filters.byField[field] : undefined;
        if (make === undefined) {
          warn(field, value, "invalid_field", "Invalid search field for this query.");
          return null;
        }
        const predicate = make(value, comparator);
        if (predicate !== undefined) return predicate;
        warn(field, value, "invalid_value", `Input \`${value}\` is not an accepted value.`);
        return () => false;
      }
      case "not": {
        const inner = compile(expression.part);
        return inner && ((row) => !inner(row));
      }
      default: {
        const parts = expression.parts.map(compile).filter((part) => part !== null);
        if (parts.length === 0) return null;
        return expression.kind === "and"
          ? (row) => parts.every((part) => part(row))
          : (row) => parts.some((part) => part(row));
      }
    }
  }

  return compile(parseSearchQuery(text)) ?? (() => true);
}

/** Filter on a moment: "2026-01-01", "2026-01-01T00:00:00Z" or a comparison with one; a bare day means that whole UTC day. */
export function byMoment<Row>(
  field: string,
  momentMsOf: (row: Row) => number | null,
): FilterMaker<Row> {
  return (value, comparator) => {
    const boundMs = Date.parse(value);
    if (Number.isNaN(boundMs)) {
      throw new GraphQLError(`Invalid timestamp for query filter \`${field}\`.`, {
        extensions: { code: "BAD_REQUEST" },
      });
    }
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
    return (row) => {
      const momentMs = momentMsOf(row);
      if (momentMs === null) return false;
      if (comparator === ":" && isDay)
        return momentMs >= boundMs && momentMs < boundMs + 86_400_000;
      return compare(momentMs, comparator, boundMs);
    };
  };
}

/** Filter on a number or a comparison with one. */
export function byNumber<Row>(numberOf: (row: Row) => number): FilterMaker<Row> {
  return (value, comparator) => {
    const bound = Number(value);
    return Number.isNaN(bound) ? undefined : (row) => compare(numberOf(row), comparator, bound);
  };
}

/** Filter on a text, equal ignoring case; a trailing `*` makes it a prefix. */
export function byText<Row>(textOf: (row: Row) => string): FilterMaker<Row> {
  return (value) => {
    const wanted = value.toLowerCase();
    if (wanted.endsWith("*")) {
      const prefix = wanted.slice(0, -1);
      return (row) => textOf(row).toLowerCase().startsWith(prefix);
    }
    return (row) => textOf(row).toLowerCase() === wanted;
  };
}

/** Filter on yes or no. */
export function byFlag<Row>(flagOf: (row: Row) => boolean): FilterMaker<Row> {
  return (value) =>
    value === "true" || value === "false" ? (row) => flagOf(row) === (value === "true") : undefined;
}

/** Filter on an id given as a number or as a gid. */
export function byId<Row>(idOf: (row: Row) => number | null): FilterMaker<Row> {
  return (value, comparator) => {
    const bound = Number(value.slice(value.lastIndexOf("/") + 1));
    if (!Number.isSafeInteger(bound)) return undefined;
    return (row) => {
      const id = idOf(row);
      return id !== null && compare(id, comparator, bound);
    };
  };
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
