import type { RequestContext } from "../field-resolver.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { parseSearchQuery, type SearchExpression } from "./parse-search-query.ts";
import type { Predicate, SearchFilters } from "./search-filter.ts";
import { describeSearch, type SearchWarning } from "./search-notice.ts";
import type { SearchTerm } from "./tokenize-search-query.ts";

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
  const expression = parseSearchQuery(text);
  const warnings: SearchWarning[] = [];
  const { shop, clock } = context.shop.world;
  const scope = { timeZone: shop.timeZone, nowMs: clock.nowMs() };

  function compile(part: SearchExpression): Predicate<Row> | null {
    switch (part.kind) {
      case "term":
        return compileTerm(part);
      case "not": {
        const inner = compile(part.part);
        return inner && ((row) => !inner(row));
      }
      default: {
        const parts = part.parts.map(compile).filter((inner) => inner !== null);
        if (parts.length === 0) return null;
        return part.kind === "and"
          ? (row) => parts.every((inner) => inner(row))
          : (row) => parts.some((inner) => inner(row));
      }
    }
  }

  function compileTerm({ field, value, comparator }: SearchTerm): Predicate<Row> | null {
    if (field === null || field === "default") return compileWord(value);
    const make = Object.hasOwn(filters.byField, field) ? filters.byField[field] : undefined;
    if (make === undefined) {
      if (filters.unanswered?.has(field) === true)
        throw unansweredError(rootField, `query: "${field}:…"`);
      const message = "Invalid search field for this query.";
      warnings.push({ field, message, code: "invalid_field" });
      return null;
    }
    const predicate = make(value, comparator, scope);
    if (predicate !== undefined) return predicate;
    const message = `Input \`${value}\` is not an accepted value.`;
    warnings.push({ field, message, code: "invalid_value" });
    return () => false;
  }

  function compileWord(word: string): Predicate<Row> | null {
    if (word === "*" || word === "") return null;
    if (filters.freeText !== undefined) return filters.freeText(word.toLowerCase());
    const message = "Input must use named search fields in this query.";
    warnings.push({ field: "default", message, code: "missing_named_field" });
    return null;
  }

  const predicate = compile(expression) ?? (() => true);
  if (warnings.length > 0) {
    const parsed = describeSearch(expression);
    context.searchNotices.push({ path: [rootField], query: text, parsed, warnings });
  }
  return predicate;
}
