import type { SegmentExpression, SegmentOperator, SegmentParameter } from "./segment-expression.ts";
import { SegmentTokenReader, UnexpectedToken } from "./segment-token-reader.ts";
import { tokenizeSegmentQuery, type SegmentToken } from "./tokenize-segment-query.ts";

export type ParsedSegmentQuery = {
  /** null when there are errors. */
  readonly expression: SegmentExpression | null;
  /** What was used as an attribute, also where parsing stopped after it. */
  readonly attributes: readonly SegmentToken[];
  /** "Line 1 Column 6: 'valid' is unexpected." */
  readonly errors: readonly string[];
};

/**
 * How functions are spelt: `products_purchased(id: 1) = true` up to API version 2026-07,
 * `products_purchased MATCHES (id = 1)` since 2026-10.
 */
export type FunctionSpelling = "call" | "matches" | "both";

/** Parses clauses joined by AND and OR (AND binds tighter), NOT and parentheses. */
export function parseSegmentQuery(
  query: string,
  functionSpelling: FunctionSpelling,
): ParsedSegmentQuery {
  const parser = new SegmentQueryParser(tokenizeSegmentQuery(query), functionSpelling);
  try {
    const expression = parser.parseAll();
    return { expression, attributes: parser.attributes, errors: [] };
  } catch (error) {
    if (!(error instanceof UnexpectedToken)) throw error;
    return { expression: null, attributes: parser.attributes, errors: [error.problem] };
  }
}

class SegmentQueryParser {
  readonly attributes: SegmentToken[] = [];
  readonly #reader: SegmentTokenReader;
  readonly #functionSpelling: FunctionSpelling;

  constructor(tokens: readonly SegmentToken[], functionSpelling: FunctionSpelling) {
    this.#reader = new SegmentTokenReader(tokens);
    this.#functionSpelling = functionSpelling;
  }

  parseAll(): SegmentExpression {
    const expression = this.#parseJoined("or");
    if (this.#reader.peek() !== undefined) throw this.#reader.unexpected();
    return expression;
  }

  #parseJoined(kind: "and" | "or"): SegmentExpression {
    const parseInner = () => (kind === "or" ? this.#parseJoined("and") : this.#parsePart());
    const parts = [parseInner()];
    while (this.#reader.acceptWord(kind.toUpperCase())) parts.push(parseInner());
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind, parts };
  }

  #parsePart(): SegmentExpression {
    if (this.#reader.acceptWord("NOT")) return { kind: "not", part: this.#parsePart() };
    if (this.#reader.accept("parenthesis", "(")) {
      const inner = this.#parseJoined("or");
      this.#reader.expect("parenthesis", ")");
      return inner;
    }
    return this.#parseClause();
  }

  #parseClause(): SegmentExpression {
    const attribute = this.#reader.take("word");
    this.attributes.push(attribute);
    const isCall = this.#functionSpelling !== "matches" && this.#reader.accept("parenthesis", "(");
    const inCall = isCall ? this.#parseParameters("call") : null;
    const operatorToken = this.#reader.peekSome();
    const operator = this.#parseOperator();
    if (operator === "MATCHES" || operator === "NOT MATCHES") {
      this.#reader.expect("parenthesis", "(");
      const parameters = this.#parseParameters("matches");
      return { kind: "clause", attribute, operator, operatorToken, values: [], parameters };
    }
    const values = this.#parseValues(operator);
    return { kind: "clause", attribute, operator, operatorToken, values, parameters: inCall };
  }

  /** What stands between the parentheses of a function, up to and with the closing one. */
  #parseParameters(spelling: "call" | "matches"): SegmentParameter[] {
    const parameters: SegmentParameter[] = [];
    if (this.#reader.accept("parenthesis", ")")) return parameters;
    do {
      const name = this.#reader.take("word");
      if (parameters.some((other) => other.name.text === name.text))
        throw this.#reader.unexpected();
      parameters.push(
        spelling === "call" ? this.#parseNamedArgument(name) : this.#parseCondition(name),
      );
    } while (this.#reader.accept("separator", ","));
    this.#reader.expect("parenthesis", ")");
    return parameters;
  }

  #parseCondition(name: SegmentToken): SegmentParameter {
    const operator = this.#parseOperator();
    return { name, operator, values: this.#parseValues(operator) };
  }

  /** `id: 123`, `id: (123, 456)` or `date: >= -30d`. */
  #parseNamedArgument(name: SegmentToken): SegmentParameter {
    this.#reader.expect("separator", ":");
    const next = this.#reader.peekSome();
    if (next.kind === "operator" || next.text.toUpperCase() === "BETWEEN")
      return this.#parseCondition(name);
    if (next.kind === "parenthesis") return { name, operator: "IN", values: this.#parseList() };
    return { name, operator: "=", values: [this.#reader.takeValue()] };
  }

  #parseOperator(): SegmentOperator {
    const reader = this.#reader;
    const token = reader.peekSome();
    if (token.kind === "operator") return reader.take("operator").text as SegmentOperator;
    const knowsMatches = this.#functionSpelling !== "call";
    for (const word of ["CONTAINS", "BETWEEN", "IN"] as const)
      if (reader.acceptWord(word)) return word;
    if (knowsMatches && reader.acceptWord("MATCHES")) return "MATCHES";
    if (knowsMatches && reader.acceptWord("NOT_MATCHES")) return "NOT MATCHES";
    if (reader.acceptWord("NOT")) {
      if (reader.acceptWord("CONTAINS")) return "NOT CONTAINS";
      if (reader.acceptWord("IN")) return "NOT IN";
      if (knowsMatches && reader.acceptWord("MATCHES")) return "NOT MATCHES";
      throw reader.unexpected();
    }
    if (reader.acceptWord("IS")) {
      const negated = reader.acceptWord("NOT");
      if (reader.acceptWord("NULL")) return negated ? "IS NOT NULL" : "IS NULL";
    }
    throw reader.unexpected();
  }

  #parseValues(operator: SegmentOperator): SegmentToken[] {
    if (operator === "IS NULL" || operator === "IS NOT NULL") return [];
    if (operator === "IN" || operator === "NOT IN") return this.#parseList();
    const first = this.#reader.takeValue();
    if (operator !== "BETWEEN") return [first];
    this.#reader.expect("word", "AND");
    return [first, this.#reader.takeValue()];
  }

  #parseList(): SegmentToken[] {
    this.#reader.expect("parenthesis", "(");
    const values = [this.#reader.takeValue()];
    while (this.#reader.accept("separator", ",")) values.push(this.#reader.takeValue());
    this.#reader.expect("parenthesis", ")");
    return values;
  }
}
