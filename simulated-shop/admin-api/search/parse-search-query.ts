export type SearchComparator = ":" | ":>" | ":>=" | ":<" | ":<=";

/** A search in Shopify's search syntax. `field` is null for a word without one. */
export type SearchExpression =
  | {
      readonly kind: "term";
      readonly field: string | null;
      readonly comparator: SearchComparator;
      readonly value: string;
    }
  | { readonly kind: "and" | "or"; readonly parts: readonly SearchExpression[] }
  | { readonly kind: "not"; readonly part: SearchExpression };

const TOKEN =
  /\s*(?:(\()|(\))|(-)?(?:(\w+)(:(?:>=|<=|>|<)?))?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s()]+))|(\w+:)(?=\s|$))/y;

type Token =
  | { readonly kind: "(" | ")" | "AND" | "OR" | "NOT" }
  | { readonly kind: "term"; readonly term: SearchExpression };

/**
 * Parses `field:value`, `field:>=value`, quoted values, `-` and NOT, AND, OR and parentheses; terms side by side are
 * joined by AND, which binds tighter than OR. Never fails: the search syntax takes any text.
 */
export function parseSearchQuery(text: string): SearchExpression {
  const tokens = tokenize(text);
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

  function parsePart(token: Token): SearchExpression {
    if (token.kind === "term") return token.term;
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

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [, open, close, minus, field, comparator, doubleQuoted, singleQuoted, bare] = match;
    if (open) tokens.push({ kind: "(" });
    else if (close) tokens.push({ kind: ")" });
    else if (!minus && !field && (bare === "AND" || bare === "OR" || bare === "NOT"))
      tokens.push({ kind: bare });
    else {
      const value = (doubleQuoted ?? singleQuoted)?.replace(/\\(.)/g, "$1") ?? bare ?? "";
      const term: SearchExpression = {
        kind: "term",
        field: field ?? null,
        comparator: toComparator(comparator),
        value,
      };
      tokens.push({ kind: "term", term: minus ? { kind: "not", part: term } : term });
    }
  }
  return tokens;
}

function toComparator(text: string | undefined): SearchComparator {
  return text === ":>" || text === ":>=" || text === ":<" || text === ":<=" ? text : ":";
}
