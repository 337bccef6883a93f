import { tokenizeSearchQuery, type SearchTerm, type SearchToken } from "./tokenize-search-query.ts";

/** A search in Shopify's search syntax. */
export type SearchExpression =
  | SearchTerm
  | { readonly kind: "and" | "or"; readonly parts: readonly SearchExpression[] }
  | { readonly kind: "not"; readonly part: SearchExpression };

/**
 * Parses `field:value`, `field:>=value`, quoted values, `-` and NOT, AND, OR and parentheses; terms side by side are
 * joined by AND, which binds tighter than OR. Never fails: the search syntax takes any text.
 */
export function parseSearchQuery(text: string): SearchExpression {
  const tokens = tokenizeSearchQuery(text);
  let position = 0;

  function parseOr(): SearchExpression {
    const parts = [parseAnd()];
    while (tokens[position]?.kind === "OR") {
      position += 1;
      parts.push(parseAnd());
    }
    return join("or", parts);
  }

  function parseAnd(): SearchExpression {
    const parts: SearchExpression[] = [];
    for (
      let token = tokens[position];
      token !== undefined && token.kind !== "OR" && token.kind !== ")";
      token = tokens[position]
    ) {
      position += 1;
      if (token.kind !== "AND") parts.push(parsePart(token));
    }
    return join("and", parts);
  }

  function parsePart(token: SearchToken): SearchExpression {
    if (token.kind === "term")
      return token.isNegated ? { kind: "not", part: token.term } : token.term;
    if (token.kind === "NOT") {
      const next = tokens[position];
      position += 1;
      return next === undefined ? join("and", []) : { kind: "not", part: parsePart(next) };
    }
    const inner = parseOr();
    if (tokens[position]?.kind === ")") position += 1;
    return inner;
  }

  const expression = parseOr();
  return position < tokens.length
    ? join("and", [
        expression,
        ...tokens.slice(position).flatMap((token) => (token.kind === "term" ? [token.term] : [])),
      ])
    : expression;
}

function join(kind: "and" | "or", parts: readonly SearchExpression[]): SearchExpression {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind, parts };
}
