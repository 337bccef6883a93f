import type { RequestContext } from "../field-resolver.ts";
import { compileSearch } from "./compile-search.ts";
import { indexedView } from "./lagging-index.ts";
import { parseSearchQuery, type SearchExpression } from "./parse-search-query.ts";
import type { SearchFilters } from "./search-filter.ts";
import { readSearchMoment } from "./search-moment.ts";
import type { SearchTerm } from "./tokenize-search-query.ts";

export type SearchableRows<Row extends object> = {
  /** Ascending. */
  readonly sorted: readonly Row[];
  /** The filter on the moment the rows are sorted by, if they are: a range of it is cut out rather than looked for. */
  readonly sortedBy: { readonly field: string; readonly momentMsOf: (row: Row) => number } | null;
  /** The few rows that `field:value` can mean, for fields with an index, ascending by id; null without one. */
  readonly lookUp: (field: string, value: string) => readonly Row[] | null;
  readonly filters: SearchFilters<Row>;
  readonly rootField: string;
};

export type FoundRows<Row> = {
  readonly rows: readonly Row[];
  /** True when the rows came from an index, so that they are in no particular order. */
  readonly isUnsorted: boolean;
};

/**
 * The rows a search finds. Searches by id ask Shopify's database; all others its index, which may lag
 * (lagging-index.ts).
 */
export function searchRows<Row extends object>(
  text: string,
  { sorted, sortedBy, lookUp, filters, rootField }: SearchableRows<Row>,
  context: RequestContext,
): FoundRows<Row> {
  const test = compileSearch(text, filters, rootField, context);
  const terms = requiredTerms(parseSearchQuery(text));
  const view = terms.some(({ field }) => field === "id") ? null : indexedView(context.shop);
  const matches =
    view === null
      ? test
      : (row: Row) => {
          const indexed = view(row);
          return indexed !== null && test(indexed);
        };
  for (const { field, comparator, value } of terms) {
    if (field === null || comparator !== ":") continue;
    const few = lookUp(field, value);
    if (few !== null) return { rows: few.filter(matches), isUnsorted: true };
  }
  const range = sortedBy === null ? sorted : cutRange(sorted, terms, sortedBy, context);
  return { rows: range.filter(matches), isUnsorted: false };
}

/** The terms every found row must satisfy. */
function requiredTerms(expression: SearchExpression): readonly SearchTerm[] {
  if (expression.kind === "term") return [expression];
  return expression.kind === "and"
    ? expression.parts.flatMap((part) => (part.kind === "term" ? [part] : []))
    : [];
}

/** Leaves out the rows before a lower bound on what they are sorted by. */
function cutRange<Row>(
  sorted: readonly Row[],
  terms: readonly SearchTerm[],
  { field, momentMsOf }: { field: string; momentMsOf: (row: Row) => number },
  { shop }: RequestContext,
): readonly Row[] {
  const { world } = shop;
  const scope = { timeZone: world.shop.timeZone, nowMs: world.clock.nowMs() };
  const bounds = terms
    .filter((term) => term.field === field && term.comparator.startsWith(":>"))
    .map(({ value }) => readSearchMoment(value, scope)?.startMs ?? Number.NEGATIVE_INFINITY);
  if (bounds.length === 0) return sorted;
  const boundMs = Math.max(...bounds);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = sorted[middle];
    if (row !== undefined && momentMsOf(row) < boundMs) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? sorted : sorted.slice(low);
}
