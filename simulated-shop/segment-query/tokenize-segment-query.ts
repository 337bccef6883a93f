export type SegmentToken = {
  /** `date` is an absolute date, an offset (`-30d`) or a named date (`7_days_ago`). */
  readonly kind:
    "word" | "number" | "date" | "text" | "operator" | "parenthesis" | "separator" | "unknown";
  /** As written; the inside of the quotes for a text. */
  readonly text: string;
  readonly line: number;
  /** 0-based: Shopify's messages count columns from 0. */
  readonly column: number;
};

/** Order matters: a metafield's name may hold dashes, a date starts like a number. */
const TOKEN =
  /\s+|(metafields\.[\w$-]+(?:\.[\w-]+)*|[A-Za-z_][\w.]*)|(\d{4}-\d{2}-\d{2}(?:T[\d:]+(?:Z|[+-]\d{2}:\d{2})?)?(?!\w)|[+-]?\d+[dwmy](?!\w)|\d+_(?:days|weeks|months|years)_ago(?!\w))|(-?\d+(?:\.\d+)?(?![\w.]))|'((?:[^'\\]|\\.)*)'|(>=|<=|!=|=|>|<)|([()])|([,:])|([^\s(),]+)/gy;

/** Splits a segment query into tokens. Never fails: what fits nothing is `unknown`. */
export function tokenizeSegmentQuery(query: string): SegmentToken[] {
  const tokens: SegmentToken[] = [];
  let line = 1;
  let lineStart = 0;
  for (const match of query.matchAll(TOKEN)) {
    const kindAndText = readToken(match);
    if (kindAndText !== null)
      tokens.push({ ...kindAndText, line, column: match.index - lineStart });
    for (let at = match[0].indexOf("\n"); at >= 0; at = match[0].indexOf("\n", at + 1)) {
      line += 1;
      lineStart = match.index + at + 1;
    }
  }
  return tokens;
}

function readToken(match: RegExpExecArray): Pick<SegmentToken, "kind" | "text"> | null {
  const [, word, date, number, text, operator, parenthesis, separator, unknown] = match;
  if (word !== undefined) return { kind: "word", text: word };
  if (date !== undefined) return { kind: "date", text: date };
  if (number !== undefined) return { kind: "number", text: number };
  if (text !== undefined) return { kind: "text", text: text.replace(/\\(.)/g, "$1") };
  if (operator !== undefined) return { kind: "operator", text: operator };
  if (parenthesis !== undefined) return { kind: "parenthesis", text: parenthesis };
  if (separator !== undefined) return { kind: "separator", text: separator };
  return unknown === undefined ? null : { kind: "unknown", text: unknown };
}
