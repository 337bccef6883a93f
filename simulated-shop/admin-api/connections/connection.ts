import { GraphQLError } from "graphql";
import {
  decodeCursor,
  encodeCursor,
  invalidCursor,
  type CursorKey,
  type CursorStyle,
} from "./cursor.ts";

/** Paging arguments every connection takes. */
export type ConnectionArgs = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
};

/** At most this many rows in one page. */
const MAX_PAGE_SIZE = 250;

type Page<Item> = {
  readonly rows: readonly Item[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
};

/**
 * A connection over rows that are sorted already. The page is cut when it is read, so that a bulk query, which ignores
 * paging, can take `items` as they are.
 *
 * @param keyOf a row's place in the sort order: value, then id. Cursors carry it, so a page goes on at the right place
 *   also when the row the cursor came from has gone.
 */
export class Connection<Item> {
  readonly #ascending: readonly Item[];
  readonly #args: ConnectionArgs;
  readonly #keyOf: (item: Item) => CursorKey;
  readonly #maxPageSize: number;
  readonly #cursorStyle: CursorStyle;
  #page: Page<Item> | null = null;

  constructor(
    ascending: readonly Item[],
    args: ConnectionArgs,
    keyOf: (item: Item) => CursorKey,
    {
      maxPageSize = MAX_PAGE_SIZE,
      cursorStyle = "plain",
    }: { maxPageSize?: number; cursorStyle?: CursorStyle } = {},
  ) {
    this.#ascending = ascending;
    this.#args = args;
    this.#keyOf = keyOf;
    this.#maxPageSize = maxPageSize;
    this.#cursorStyle = cursorStyle;
  }

  /** All rows in the order asked for, whatever the page. */
  get items(): readonly Item[] {
    return this.#args.reverse === true ? this.#ascending.toReversed() : this.#ascending;
  }

  /** Rows before paging. */
  get totalCount(): number {
    return this.#ascending.length;
  }

  get nodes(): readonly Item[] {
    return this.#readPage().rows;
  }

  get edges(): readonly { cursor: string; node: Item }[] {
    return this.nodes.map((node) => ({ cursor: this.#cursorOf(node), node }));
  }

  get pageInfo(): {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  } {
    const { rows, hasNextPage, hasPreviousPage } = this.#readPage();
    const [first, last] = [rows[0], rows.at(-1)];
    return {
      hasNextPage,
      hasPreviousPage,
      startCursor: first === undefined ? null : this.#cursorOf(first),
      endCursor: last === undefined ? null : this.#cursorOf(last),
    };
  }

  /** Errors: arguments that ask for no page. Otherwise told once rows are read. */
  requirePage(): void {
    this.#readPage();
  }

  #readPage(): Page<Item> {
    this.#page ??= this.#cutPage();
    return this.#page;
  }

  #cutPage(): Page<Item> {
    const { first, last, after, before } = this.#args;
    if (first != null && last != null)
      throw badRequest("providing both first and last is not supported");
    const size = first ?? last;
    if (size == null) throw badRequest("you must provide one of first or last");
    if (size < 0 || size > this.#maxPageSize) {
      throw badRequest(
        `${first == null ? "last" : "first"} must be between 0 and ${this.#maxPageSize}`,
      );
    }
    const count = this.#ascending.length;
    const start = after == null ? 0 : this.#countUpTo(this.#readCursor(after), true);
    const end = before == null ? count : this.#countUpTo(this.#readCursor(before), false);
    if (first != null) {
      const stop = Math.min(end, start + size);
      return {
        rows: this.#slice(start, stop),
        hasNextPage: stop < count,
        hasPreviousPage: start > 0,
      };
    }
    const from = Math.max(start, end - size);
    return { rows: this.#slice(from, end), hasNextPage: end < count, hasPreviousPage: from > 0 };
  }

  /** Rows by their place in the order asked for. */
  #slice(start: number, end: number): readonly Item[] {
    if (this.#args.reverse !== true) return this.#ascending.slice(start, end);
    const count = this.#ascending.length;
    return this.#ascending.slice(Math.max(0, count - end), Math.max(0, count - start)).reverse();
  }

  #cursorOf(item: Item): string {
    return encodeCursor(this.#keyOf(item), this.#cursorStyle);
  }

  #readCursor(cursor: string): CursorKey {
    const key = decodeCursor(cursor, this.#cursorStyle);
    const [any] = this.#ascending;
    if (any !== undefined && typeof this.#keyOf(any).value !== typeof key.value)
      throw invalidCursor();
    return key;
  }

  /** How many rows come before a key in the direction of reading; `inclusive` counts the key's own row too. */
  #countUpTo(key: CursorKey, inclusive: boolean): number {
    const backwards = this.#args.reverse === true;
    const countsEqual = backwards ? !inclusive : inclusive;
    let low = 0;
    let high = this.#ascending.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.#ascending[middle];
      if (item === undefined) break;
      const order = compareKeys(this.#keyOf(item), key);
      if (order < 0 || (order === 0 && countsEqual)) low = middle + 1;
      else high = middle;
    }
    return backwards ? this.#ascending.length - low : low;
  }
}

/** By value, equal values by id. */
export function compareKeys(a: CursorKey, b: CursorKey): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return a.id - b.id;
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_REQUEST" } });
}
