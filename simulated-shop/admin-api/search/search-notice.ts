import type { SearchExpression } from "./parse-search-query.ts";
import type { SearchComparator } from "./tokenize-search-query.ts";

/** One thing a search did not understand. */
export type SearchWarning = {
  readonly field: string;
  readonly message: string;
  readonly code: "invalid_field" | "invalid_value" | "missing_named_field";
};

/** What `extensions.search` says about one search that was not wholly understood. */
export type SearchNotice = {
  readonly path: readonly (string | number)[];
  readonly query: string;
  readonly parsed: unknown;
  readonly warnings: readonly SearchWarning[];
};

const RANGE_KEYS = { ":>": "range_gt", ":>=": "range_gte", ":<": "range_lt", ":<=": "range_lte" };

/** A search as Shopify prints what it read: `{"field": "tag", "match_all": "vip"}`, joined by "and" and "or". */
export function describeSearch(expression: SearchExpression): unknown {
  switch (expression.kind) {
    case "term":
      return {
        field: expression.field ?? "default",
        [keyOf(expression)]: valueOf(expression),
      };
    case "not":
      return { not: describeSearch(expression.part) };
    case "or":
      return { or: expression.parts.map(describeSearch) };
    case "and":
      // Ranges come first, wherever they stood (seen).
      return {
        and: [
          ...expression.parts.filter(isRange),
          ...expression.parts.filter((part) => !isRange(part)),
        ].map(describeSearch),
      };
  }
}

type Term = SearchExpression & { readonly kind: "term" };

function isRange(expression: SearchExpression): boolean {
  return expression.kind === "term" && expression.comparator !== ":";
}

function keyOf({ comparator, isQuoted }: Term): string {
  if (comparator === ":") return isQuoted ? "match_phrase" : "match_all";
  return rangeKeyOf(comparator);
}

function rangeKeyOf(comparator: Exclude<SearchComparator, ":">): string {
  return RANGE_KEYS[comparator];
}

function valueOf({ comparator, value }: Term): string | number {
  return comparator !== ":" && /^\d+$/.test(value) ? Number(value) : value;
}
