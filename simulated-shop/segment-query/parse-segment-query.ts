import { tokenizeSegmentQuery, type SegmentToken } from "./tokenize-segment-query.ts";

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
  | "IS NULL"
  | "IS NOT NULL";

export type SegmentExpression =
  | {
      readonly kind: "clause";
      readonly attribute: SegmentToken;
      readonly operator: SegmentOperator;
      readonly operatorToken: SegmentToken;
      readonly values: readonly SegmentToken[];
    }
  | { readonly kind: "and" | "or"; readonly parts: readonly SegmentExpression[] }
  | { readonly kind: "not"; readonly part: SegmentExpression };

export type ParsedSegmentQuery = {
  /** null when there are errors. */
  readonly expression: SegmentExpression | null;
  /** What was used as an attribute, also where parsing stopped after it. */
  readonly attributes: readonly SegmentToken[];
  /** "Line 1 Column 6: 'valid' is unexpected." */
  readonly errors: readonly string[];
};

class UnexpectedToken extends Error {
  readonly problem: string;
  constructor(problem: string) {
    super(problem);
    this.problem = problem;
  }
}

/** Parses clauses joined by AND and OR (AND binds tighter), NOT and parentheses. */
export function parseSegmentQuery(query: string): ParsedSegmentQuery {
  const parser = new SegmentQueryParser(tokenizeSegmentQuery(query));
  try {
    const expression = parser.parseAll();
    return { expression, attributes: parser.attributes, errors: [] };
  } catch (error) {
    if (!(error instanceof UnexpectedToken)) throw error;
    return { expression: null, attributes: parser.attributes, errors: [error.problem] };
  }
}

/** "Line 1 Column 4: …", the start of every message about a place in the query. */
export function placeOf({ line, column }: SegmentToken): string {
  return `Line ${line} Column ${column}:`;
}

class SegmentQueryParser {
  readonly attributes: SegmentToken[] = [];
  readonly #tokens: readonly SegmentToken[];
  #position = 0;

  constructor(tokens: readonly SegmentToken[]) {
    this.#tokens = tokens;
  }

  parseAll(): SegmentExpression {
    const expression = this.#parseJoined("or");
    if (this.#peek() !== undefined) throw this.#unexpected();
    return expression;
  }

  #parseJoined(kind: "and" | "or"): SegmentExpression {
    const parseInner = () => (kind === "or" ? this.#parseJoined("and") : this.#parsePart());
    const parts = [parseInner()];
    while (this.#acceptWord(kind.toUpperCase())) parts.push(parseInner());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind, parts };
  }

  #parsePart(): SegmentExpression {
    if (this.#acceptWord("NOT")) return { kind: "not", part: this.#parsePart() };
    if (this.#accept("parenthesis", "(")) {
      const inner = this.#parseJoined("or");
      if (!this.#accept("parenthesis", ")")) throw this.#unexpected();
      return inner;
    }
    return this.#parseClause();
  }

  #parseClause(): SegmentExpression {
    const attribute = this.#take("word");
    this.attributes.push(attribute);
    const operatorToken = this.#peek();
    if (operatorToken === undefined) throw this.#unexpected();
    const operator = this.#parseOperator();
    return {
      kind: "clause",
      attribute,
      operator,
      operatorToken,
      values: this.#parseValues(operator),
    };
  }

  #parseOperator(): SegmentOperator {
    const token = this.#peek();
    if (token?.kind === "operator") {
      this.#position += 1;
      return token.text as SegmentOperator;
    }
    if (this.#acceptWord("CONTAINS")) return "CONTAINS";
    if (this.#acceptWord("BETWEEN")) return "BETWEEN";
    if (this.#acceptWord("NOT")) {
      if (this.#acceptWord("CONTAINS")) return "NOT CONTAINS";
      throw this.#unexpected();
    }
    if (this.#acceptWord("IS")) {
      const negated = this.#acceptWord("NOT");
      if (this.#acceptWord("NULL")) return negated ? "IS NOT NULL" : "IS NULL";
    }
    throw this.#unexpected();
  }

  #parseValues(operator: SegmentOperator): SegmentToken[] {
    if (operator === "IS NULL" || operator === "IS NOT NULL") return [];
    const first = this.#takeValue();
    if (operator !== "BETWEEN") return [first];
    if (!this.#acceptWord("AND")) throw this.#unexpected();
    return [first, this.#takeValue()];
  }

  #takeValue(): SegmentToken {
    const token = this.#peek();
    if (token?.kind !== "number" && token?.kind !== "text" && token?.kind !== "unknown")
      throw this.#unexpected();
    this.#position += 1;
    return token;
  }

  #take(kind: SegmentToken["kind"]): SegmentToken {
    const token = this.#peek();
    if (token?.kind !== kind) throw this.#unexpected();
    this.#position += 1;
    return token;
  }

  #acceptWord(word: string): boolean {
    return this.#accept("word", word);
  }

  #accept(kind: SegmentToken["kind"], text: string): boolean {
    const token = this.#peek();
    if (token?.kind !== kind || token.text.toUpperCase() !== text) return false;
    this.#position += 1;
    return true;
  }

  #peek(): SegmentToken | undefined {
    return this.#tokens[this.#position];
  }

  #unexpected(): UnexpectedToken {
    const token = this.#peek();
    if (token !== undefined)
      return new UnexpectedToken(`${placeOf(token)} '${token.text}' is unexpected.`);
    const last = this.#tokens.at(-1);
    const end =
      last === undefined
        ? { line: 1, column: 0 }
        : { line: last.line, column: last.column + last.text.length };
    return new UnexpectedToken(`Line ${end.line} Column ${end.column}: the query ends too early.`);
  }
}
