import type { WorldEvent } from "../../world/events.ts";
import type { World } from "../../world/world.ts";
import { compareKeys } from "./connection.ts";
import type { CursorKey } from "./cursor.ts";

/** Beyond this many changed rows, sorting everything again is quicker than moving them. */
const MAX_MOVED_ROWS = 20_000;

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
    // Rows that came without an event (a world being loaded) are noticed by their number.
    this.#sorted =
      moved !== null && moved.length === this.#all.size ? moved : this.#sort(this.#all.values());
    this.#changed.clear();
    this.#revision = this.#world.revision;
    return this.#sorted;
  }

  #moveChanged(): readonly Row[] {
    const staying = this.#sorted.filter(
      (row) => !this.#changed.has(row) && this.#all.get(row.id) === row,
    );
    const arriving = this.#sort([...this.#changed].filter((row) => this.#all.get(row.id) === row));
    const merged: Row[] = [];
    let taken = 0;
    for (const row of arriving) {
      const place = this.#placeOf(staying, this.#keyOf(row));
      for (; taken < place; taken += 1) {
        const next = staying[taken];
        if (next !== undefined) merged.push(next);
      }
      merged.push(row);
    }
    return arriving.length === 0 ? staying : [...merged, ...staying.slice(taken)];
  }

  #sort(rows: Iterable<Row>): Row[] {
    return Array.from(rows, (row) => ({ row, key: this.#keyOf(row) }))
      .sort((a, b) => compareKeys(a.key, b.key))
      .map(({ row }) => row);
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
