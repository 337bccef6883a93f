import type { SimulatedShopContext } from "../../context.ts";
import { changedCustomers, changedOrders } from "../connections/orderings.ts";
import type { World } from "../../world/world.ts";

const indexByWorld = new WeakMap<World, LaggingIndex>();

/** How searches see a row: as it was when the index last took it in; null when it has not yet. */
export type IndexedView = <Row extends object>(row: Row) => Row | null;

/** Makes searches of this shop see changes late, if it was started so. Call it before anything changes. */
export function startLaggingIndex({
  world,
  config,
}: Pick<SimulatedShopContext, "world" | "config">): void {
  if (config.searchLagSeconds > 0)
    indexByWorld.set(world, new LaggingIndex(world, config.searchLagSeconds * 1000));
}

/** The view of a shop whose searches lag; null where they see everything at once. */
export function indexedView({ world }: Pick<SimulatedShopContext, "world">): IndexedView | null {
  const index = indexByWorld.get(world);
  return index === undefined ? null : (row) => index.viewOf(row);
}

/**
 * Copies of customers and orders as a search index has them. A change enters it only after the lag, in real seconds;
 * what is deleted disappears at once, because rows are taken from the shop itself.
 */
class LaggingIndex {
  readonly #lagMs: number;
  readonly #indexed = new WeakMap<object, object>();
  /** Copies on their way into the index, oldest first. */
  #pending: { readonly row: object; readonly copy: object; readonly dueAtMs: number }[] = [];

  constructor(world: World, lagMs: number) {
    this.#lagMs = lagMs;
    for (const row of world.customers.values()) this.#indexed.set(row, copyOf(row));
    for (const row of world.orders.values()) this.#indexed.set(row, copyOf(row));
    world.events.onAny((event) => {
      const dueAtMs = Date.now() + this.#lagMs;
      for (const row of [...changedOrders(event), ...changedCustomers(event)])
        this.#pending.push({ row, copy: copyOf(row), dueAtMs });
    });
  }

  viewOf<Row extends object>(row: Row): Row | null {
    this.#takeInWhatIsDue();
    // Only copies of a row are ever kept under it.
    return (this.#indexed.get(row) as Row | undefined) ?? null;
  }

  #takeInWhatIsDue(): void {
    const nowMs = Date.now();
    const [oldest] = this.#pending;
    if (oldest === undefined || oldest.dueAtMs > nowMs) return;
    const due = this.#pending.filter(({ dueAtMs }) => dueAtMs <= nowMs);
    for (const { row, copy } of due) this.#indexed.set(row, copy);
    this.#pending = this.#pending.slice(due.length);
  }
}

/** A row with its lists: those that are changed in place are copied too. */
function copyOf<Row extends object>(row: Row): Row {
  const copy = { ...row };
  for (const [key, value] of Object.entries(copy))
    if (Array.isArray(value)) Reflect.set(copy, key, [...(value as unknown[])]);
  return copy;
}
