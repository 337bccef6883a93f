import type { World } from "../../world/world.ts";
import { compareKeys } from "./connection.ts";
import type { CursorKey } from "./cursor.ts";

type Ordering = { readonly revision: number; readonly rows: readonly unknown[] };

const orderingsByWorld = new WeakMap<World, Map<string, Ordering>>();

/**
 * All rows of a map in an order, kept until the world changes: paging through 500,000 orders sorts them once, not once
 * a page. `name` identifies the order ("orders by UPDATED_AT").
 */
export function sortedRows<Row>(
  world: World,
  name: string,
  rows: ReadonlyMap<number, Row>,
  keyOf: (row: Row) => CursorKey,
): readonly Row[] {
  let orderings = orderingsByWorld.get(world);
  if (orderings === undefined)
    orderingsByWorld.set(world, (orderings = new Map<string, Ordering>()));
  const kept = orderings.get(name);
  // The rows kept under a name are always those of the same map, so they have its type.
  if (kept?.revision === world.revision) return kept.rows as readonly Row[];
  const sorted = Array.from(rows.values(), (row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ row }) => row);
  orderings.set(name, { revision: world.revision, rows: sorted });
  return sorted;
}
