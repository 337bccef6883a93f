import type { RowOrder } from "./column-rows.ts";

/** What the order of orders depends on; rows from `length` on are only room. */
export type SortableOrders = {
  length: number;
  customer: Uint32Array;
  day: Int32Array;
  atMs: Float64Array;
};

/** `positions`: which row comes at each place. */
export type SortedOrders = {
  offsets: Uint32Array;
  positions: RowOrder;
};

/**
 * Groups rows by customer and sorts each customer's by day, then by instant; rows of one instant stay as they came. By
 * day first: where clocks go back at midnight, a later instant can have the earlier date.
 */
export function sortOrders(customerCount: number, orders: SortableOrders): SortedOrders {
  const offsets = countOffsets(customerCount, orders);
  if (areSorted(orders)) return { offsets, positions: "as-appended" };
  const positions = new Uint32Array(orders.length);
  const next = offsets.slice();
  for (let row = 0; row < orders.length; row++) {
    const owner = orders.customer[row] ?? 0;
    const at = next[owner] ?? 0;
    positions[at] = row;
    next[owner] = at + 1;
  }
  for (let owner = 0; owner < customerCount; owner++)
    positions
      .subarray(offsets[owner], offsets[owner + 1])
      .sort((a, b) => compareTimes(orders, a, b) || a - b);
  return { offsets, positions };
}

function countOffsets(customerCount: number, orders: SortableOrders): Uint32Array {
  const offsets = new Uint32Array(customerCount + 1);
  for (let row = 0; row < orders.length; row++) {
    const owner = orders.customer[row] ?? 0;
    if (owner >= customerCount)
      throw new RangeError(`An order names customer ${owner} of ${customerCount}.`);
    offsets[owner + 1] = (offsets[owner + 1] ?? 0) + 1;
  }
  for (let owner = 0; owner < customerCount; owner++)
    offsets[owner + 1] = (offsets[owner + 1] ?? 0) + (offsets[owner] ?? 0);
  return offsets;
}

function areSorted(orders: SortableOrders): boolean {
  for (let row = 1; row < orders.length; row++) {
    const apart = (orders.customer[row] ?? 0) - (orders.customer[row - 1] ?? 0);
    if (apart < 0 || (apart === 0 && compareTimes(orders, row, row - 1) < 0)) return false;
  }
  return true;
}

function compareTimes({ day, atMs }: SortableOrders, a: number, b: number): number {
  return (day[a] ?? 0) - (day[b] ?? 0) || (atMs[a] ?? 0) - (atMs[b] ?? 0);
}
