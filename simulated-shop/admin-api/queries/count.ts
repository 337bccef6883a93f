import type { RequestContext } from "../field-resolver.ts";
import { compileSearch, type SearchFilters } from "../search/search-filter.ts";

export type CountArgs = { limit?: number | null; query?: string | null };

/** A `Count`: exact, or "at least" the limit. `limit: null` counts all. */
export function countOf<Row>(
  rows: ReadonlyMap<number, Row>,
  { limit, query }: CountArgs,
  filters: SearchFilters<Row>,
  rootField: string,
  context: RequestContext,
): { count: number; precision: "EXACT" | "AT_LEAST" } {
  let count = rows.size;
  if (query) {
    const test = compileSearch(query, filters, rootField, context);
    count = 0;
    for (const row of rows.values()) if (test(row)) count += 1;
  }
  return limit != null && count > limit
    ? { count: limit, precision: "AT_LEAST" }
    : { count, precision: "EXACT" };
}
