export type SearchComparator = ":" | ":>" | ":>=" | ":<" | ":<=";

/** One `field:value`; `field` is null for a word without one. */
export type SearchTerm = {
  readonly kind: "term";
  readonly field: string | null;
  readonly comparator: SearchComparator;
  readonly value: string;
  readonly isQuoted: boolean;
};

export type SearchToken =
  | { readonly kind: "(" | ")" | "AND" | "OR" | "NOT" }
  | { readonly kind: "term"; readonly term: SearchTerm; readonly isNegated: boolean };

/**
 * A value without quotes ends at a colon, gids apart. So Shopify reads `updated_at:>2026-01-01T00:00:00Z` as a moment
 * up to the hour and, after it, `00:00Z`, a filter that does not exist and is warned of (seen in real traffic).
 */
const TOKEN =
  /[\s:]*(?:(\()|(\))|(-)?(?:([\w$][\w.$-]*)(:)\s*(>=|<=|>|<)?\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(gid:\/\/[^\s()]+|(?:[^\s():\\]|\\.)+))|([\w$][\w.$-]*:)(?=[\s)]|$))/y;

export function tokenizeSearchQuery(text: string): SearchToken[] {
  const tokens: SearchToken[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [, open, close, minus, field, colon, comparator, doubleQuoted, singleQuoted, bare] =
      match;
    const quoted = doubleQuoted ?? singleQuoted;
    if (open) tokens.push({ kind: "(" });
    else if (close) tokens.push({ kind: ")" });
    else if (!minus && !field && (bare === "AND" || bare === "OR" || bare === "NOT"))
      tokens.push({ kind: bare });
    else {
      const term: SearchTerm = {
        kind: "term",
        field: field ?? null,
        comparator: colon === undefined ? ":" : toComparator(comparator),
        value: (quoted ?? bare ?? "").replace(/\\(.)/g, "$1"),
        isQuoted: quoted !== undefined,
      };
      tokens.push({ kind: "term", term, isNegated: minus !== undefined });
    }
  }
  return tokens;
}

function toComparator(text: string | undefined): SearchComparator {
  switch (text) {
    case ">":
      return ":>";
    case ">=":
      return ":>=";
    case "<":
      return ":<";
    case "<=":
      return ":<=";
    default:
      return ":";
  }
}
