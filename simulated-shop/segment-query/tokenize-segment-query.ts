export type SegmentToken = {
  readonly kind: "word" | "number" | "text" | "operator" | "parenthesis" | "unknown";
  /** As written; the inside of the quotes for a text. */
  readonly text: string;
  readonly line: number;
  /** 0-based: Shopify's messages count columns from 0. */
  readonly column: number;
};

const TOKEN =
  /\s+|([A-Za-z_][\w.]*)|(-?\d+(?:\.\d+)?(?![\w.]))|'((?:[^'\\]|\\.)*)'|(>=|<=|!=|=|>|<)|([()])|(\S+)/gy;

/** Splits a segment query into tokens. Never fails: what fits nothing is `unknown`. */
export function tokenizeSegmentQuery(query: string): SegmentToken[] {
  const tokens: SegmentToken[] = [];
  for (const match of query.matchAll(TOKEN)) {
    const [, word, number, text, operator, parenthesis, unknown] = match;
    const before = query.slice(0, match.index);
    const place = {
      line: before.split("\n").length,
      column: match.index - (before.lastIndexOf("\n") + 1),
    };
    if (word !== undefined) tokens.push({ kind: "word", text: word, ...place });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, ...place });
    else if (text !== undefined)
      tokens.push({ kind: "text", text: text.replace(/\\(.)/g, "$1"), ...place });
    else if (operator !== undefined) tokens.push({ kind: "operator", text: operator, ...place });
    else if (parenthesis !== undefined)
      tokens.push({ kind: "parenthesis", text: parenthesis, ...place });
    else if (unknown !== undefined) tokens.push({ kind: "unknown", text: unknown, ...place });
  }
  return tokens;
}
