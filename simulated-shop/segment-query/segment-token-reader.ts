import { placeOf, unexpected } from "./segment-expression.ts";
import type { SegmentToken } from "./tokenize-segment-query.ts";

/** The query does not go on as it should. `problem` says so in Shopify's words. */
export class UnexpectedToken extends Error {
  readonly problem: string;
  constructor(problem: string) {
    super(problem);
    this.problem = problem;
  }
}

/** Words that stand for a value. Every other word names an attribute, a parameter or an operator. */
const VALUE_WORDS: ReadonlySet<string> = new Set(["today", "yesterday", "true", "false"]);

/** Walks over the tokens of a segment query. Keywords are accepted in any case. */
export class SegmentTokenReader {
  readonly #tokens: readonly SegmentToken[];
  #position = 0;

  constructor(tokens: readonly SegmentToken[]) {
    this.#tokens = tokens;
  }

  peek(): SegmentToken | undefined {
    return this.#tokens[this.#position];
  }

  /** The next token; its absence is an error. */
  peekSome(): SegmentToken {
    const token = this.peek();
    if (token === undefined) throw this.unexpected();
    return token;
  }

  acceptWord(word: string): boolean {
    return this.accept("word", word);
  }

  accept(kind: SegmentToken["kind"], text: string): boolean {
    const token = this.peek();
    if (token?.kind !== kind || token.text.toUpperCase() !== text) return false;
    this.#position += 1;
    return true;
  }

  expect(kind: SegmentToken["kind"], text: string): void {
    if (!this.accept(kind, text)) throw this.unexpected();
  }

  take(kind: SegmentToken["kind"]): SegmentToken {
    const token = this.peek();
    if (token?.kind !== kind) throw this.unexpected();
    this.#position += 1;
    return token;
  }

  takeValue(): SegmentToken {
    const token = this.peekSome();
    const isValue =
      token.kind === "number" ||
      token.kind === "date" ||
      token.kind === "text" ||
      (token.kind === "word" && VALUE_WORDS.has(token.text.toLowerCase()));
    if (!isValue) throw this.unexpected();
    this.#position += 1;
    return token;
  }

  unexpected(): UnexpectedToken {
    const token = this.peek();
    if (token !== undefined) return new UnexpectedToken(unexpected(token));
    const last = this.#tokens.at(-1);
    const end =
      last === undefined
        ? { line: 1, column: 0 }
        : { line: last.line, column: last.column + last.text.length };
    return new UnexpectedToken(`${placeOf(end)} the query ends too early.`);
  }
}
