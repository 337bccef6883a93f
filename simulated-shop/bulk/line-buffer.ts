/** A piece of a bulk result: text of whole lines and what it counts. */
export type BulkChunk = {
  readonly text: string;
  readonly objectCount: number;
  readonly rootObjectCount: number;
};

/**
 * Collects the lines of a few root rows. A row's children are written while the row itself is still being worked out,
 * so each level of nesting has a text of its own: grouped, the children's text is put behind each parent's line;
 * otherwise it stays by itself until the end, and the children of all parents follow after them.
 */
export class LineBuffer {
  readonly #isGrouped: boolean;
  readonly #textByDepth: string[] = [];
  #objectCount = 0;
  #rootObjectCount = 0;

  constructor(isGrouped: boolean) {
    this.#isGrouped = isGrouped;
  }

  get rootObjectCount(): number {
    return this.#rootObjectCount;
  }

  /** Adds a line, its children first. `depth` is 0 for a row of a connection at the root. */
  add(depth: number, line: string): void {
    const written = this.#textByDepth[depth] ?? "";
    if (this.#isGrouped) {
      this.#textByDepth[depth] = `${written}${line}\n${this.#textByDepth[depth + 1] ?? ""}`;
      this.#textByDepth[depth + 1] = "";
    } else {
      this.#textByDepth[depth] = `${written}${line}\n`;
    }
    this.#objectCount += 1;
    if (depth === 0) this.#rootObjectCount += 1;
  }

  /** Everything collected, parents first; the buffer is empty afterwards. */
  takeChunk(): BulkChunk {
    const chunk = {
      text: this.#textByDepth.join(""),
      objectCount: this.#objectCount,
      rootObjectCount: this.#rootObjectCount,
    };
    this.#textByDepth.length = 0;
    this.#objectCount = 0;
    this.#rootObjectCount = 0;
    return chunk;
  }
}
