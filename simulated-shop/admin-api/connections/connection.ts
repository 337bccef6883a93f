import { GraphQLError } from "graphql";
import { decodeCursor, encodeCursor, type CursorKey } from "./cursor.ts";

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
  readonly items: readonly Item[];
  readonly #ascending: readonly Item[];
  readonly #args: ConnectionArgs;
  readonly #keyOf: (item: Item) => CursorKey;
  readonly #maxPageSize: number;
  #page: Page<Item> | null = null;

  constructor(
    ascending: readonly Item[],
    args: ConnectionArgs,
    keyOf: (item: Item) => CursorKey,
    maxPageSize: number = MAX_PAGE_SIZE,
  ) {
    this.#ascending = ascending;
    this.items = args.reverse === true ? ascending.toReversed() : ascending;
    this.#args = args;
    this.#keyOf = keyOf;
    this.#maxPageSize = maxPageSize;
  }

  /** Rows before paging. */
  get totalCount(): number {
    return this.items.length;
  }

  get nodes(): readonly Item[] {
    return this.#readPage().rows;
  }

  get edges(): readonly { cursor: string; node: Item }[] {
    return this.nodes.map((node) => ({ cursor: encodeCursor(this.#keyOf(node)), node }));
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
      startCursor: first === undefined ? null : encodeCursor(this.#keyOf(first)),
      endCursor: last === undefined ? null : encodeCursor(this.#keyOf(last)),
    };
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
    const start = after == null ? 0 : this.#countUpTo(decodeCursor(after), true);
    const end = before == null ? this.items.length : this.#countUpTo(decodeCursor(before), false);
    if (first != null) {
      const stop = Math.min(end, start + size);
      return {
        rows: this.items.slice(start, stop),
        hasNextPage: stop < this.items.length,
        hasPreviousPage: start > 0,
      };
    }
    const from = Math.max(start, end - size);
    return {
      rows: this.items.slice(from, end),
      hasNextPage: end < this.items.length,
      hasPreviousPage: from > 0,
    };
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
