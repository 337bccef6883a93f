import type { SegmentToken } from "./tokenize-segment-query.ts";

/** What a segment query looks like once it is parsed; parse-segment-query.ts makes it. */

export type SegmentOperator =
  | "="
  | "!="
  | ">"
  | ">="
  | "<"
  | "<="
  | "CONTAINS"
  | "NOT CONTAINS"
  | "BETWEEN"
  | "IN"
  | "NOT IN"
  | "MATCHES"
  | "NOT MATCHES"
  | "IS NULL"
  | "IS NOT NULL";

/** `date >= -30d` in the parentheses of a function, or `id: 123` in the older spelling. */
export type SegmentParameter = {
  readonly name: SegmentToken;
  readonly operator: SegmentOperator;
  readonly values: readonly SegmentToken[];
};

export type SegmentClause = {
  readonly kind: "clause";
  readonly attribute: SegmentToken;
  readonly operator: SegmentOperator;
  readonly operatorToken: SegmentToken;
  readonly values: readonly SegmentToken[];
  /** Of a function, `products_purchased MATCHES (…)` or `products_purchased(…) = true`; null for a plain attribute. */
  readonly parameters: readonly SegmentParameter[] | null;
};

export type SegmentExpression =
  | SegmentClause
  | { readonly kind: "and" | "or"; readonly parts: readonly SegmentExpression[] }
  | { readonly kind: "not"; readonly part: SegmentExpression };

/** "Line 1 Column 6: 'valid' is unexpected.", Shopify's words for a token that does not belong there. */
export function unexpected(token: SegmentToken): string {
  return `${placeOf(token)} '${token.text}' is unexpected.`;
}

/** "Line 1 Column 4:", the start of every message about a place in the query. */
export function placeOf({ line, column }: Pick<SegmentToken, "line" | "column">): string {
  return `Line ${line} Column ${column}:`;
}
