import type { RequestContext } from "../field-resolver.ts";
import { compileSearch } from "../search/compile-search.ts";
import type { SearchFilters } from "../search/search-filter.ts";

export type CountArgs = { limit?: number | null; query?: string | null };

export type Count = { readonly count: number; readonly precision: "EXACT" | "AT_LEAST" };

/** The `Count` of the rows a search finds, or of all. */
export function countOf<Row>(
  rows: ReadonlyMap<number, Row>,
  { limit, query }: CountArgs,
  filters: SearchFilters<Row>,
  rootField: string,
  context: RequestContext,
): Count {
  if (!query) return limitCount(rows.size, limit);
  const test = compileSearch(query, filters, rootField, context);
  let count = 0;
  for (const row of rows.values()) if (test(row)) count += 1;
  return limitCount(count, limit);
}

/** Exact, or "at least" the limit. `limit: null` counts all. */
export function limitCount(count: number, limit: number | null | undefined): Count {
  return limit != null && count > limit
    ? { count: limit, precision: "AT_LEAST" }
    : { count, precision: "EXACT" };
}
