import type { WorldEvent } from "../../world/events.ts";
import type { World } from "../../world/world.ts";
import { compareKeys } from "./connection.ts";
import type { CursorKey } from "./cursor.ts";

/** Beyond this many changed rows, sorting everything again is quicker than moving them. */
const MAX_MOVED_ROWS = 1_000;

type Identified = { readonly id: number };

/**
 * Customers or orders in some order, kept up with the shop: after a change only the changed rows are moved, so that
 * paging through 500,000 orders while an app writes does not sort them once a page.
 */
export class LiveOrdering<Row extends Identified> {
  readonly #world: World;
  readonly #all: ReadonlyMap<number, Row>;
  readonly #keyOf: (row: Row) => CursorKey;
  readonly #changed = new Set<Row>();
  #sorted: readonly Row[] = [];
  #revision = Number.NaN;

  /** @param changedRowsOf which of these rows an event of the world may have moved. */
  constructor(
    world: World,
    all: ReadonlyMap<number, Row>,
    keyOf: (row: Row) => CursorKey,
    changedRowsOf: (event: WorldEvent) => readonly Row[],
  ) {
    this.#world = world;
    this.#all = all;
    this.#keyOf = keyOf;
    world.events.onAny((event) => {
      for (const row of changedRowsOf(event)) this.#changed.add(row);
    });
  }

  /** All rows, ascending. */
  get rows(): readonly Row[] {
    if (this.#revision === this.#world.revision && this.#changed.size === 0) return this.#sorted;
    const moved = this.#changed.size > MAX_MOVED_ROWS ? null : this.#moveChanged();
    // Rows that came without an event (a world being loaded), or went, are noticed by their number.
    this.#sorted = moved !== null && moved.length === this.#all.size ? moved : this.#sort();
    this.#changed.clear();
    this.#revision = this.#world.revision;
    return this.#sorted;
  }

  #moveChanged(): readonly Row[] {
    const moved = this.#sorted.filter((row) => !this.#changed.has(row));
    for (const row of this.#changed)
      if (this.#all.get(row.id) === row)
        moved.splice(this.#placeOf(moved, this.#keyOf(row)), 0, row);
    return moved;
  }

  #sort(): readonly Row[] {
    const rows = [...this.#all.values()];
    // Orders come in the order they were placed, which is the one asked for most.
    if (this.#isAscending(rows)) return rows;
    return rows
      .map((row) => ({ row, key: this.#keyOf(row) }))
      .sort((a, b) => compareKeys(a.key, b.key))
      .map(({ row }) => row);
  }

  #isAscending(rows: readonly Row[]): boolean {
    let former: CursorKey | null = null;
    for (const row of rows) {
      const key = this.#keyOf(row);
      if (former !== null && compareKeys(former, key) > 0) return false;
      former = key;
    }
    return true;
  }

  /** How many of the sorted rows come before a key. */
  #placeOf(sorted: readonly Row[], key: CursorKey): number {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = sorted[middle];
      if (row !== undefined && compareKeys(this.#keyOf(row), key) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
