import type { Frame } from "../frame.ts";
import type { Baskets } from "./baskets.ts";

/**
 * Who bought which things on which days, as columns: the visits of customer `i` are the positions `offsets[i]` to
 * `offsets[i + 1]` by day, the items of visit `v` the positions `itemOffsets[v]` to `itemOffsets[v + 1]`, each item once,
 * ascending. Items are products or product types. All orders of one day are one visit: a second order an hour later
 * (something forgotten, two parcels) is neither a next purchase nor a rhythm.
 */
export type Visits = {
  customerCount: number;
  offsets: Uint32Array;
  /** Days since 1970-01-01 in shop time. */
  day: Int32Array;
  itemOffsets: Uint32Array;
  item: Int32Array;
  /** What the indexes mean. */
  itemKeys: readonly string[];
};

/** The visits up to `asOfDay` with the products of each; lines without a product are left out, their visits are not. */
export function visitsOf(baskets: Baskets, asOfDay: number): Visits {
  const { customerCount, orderOffsets, orders, lines } = baskets;
  const offsets = new Uint32Array(customerCount + 1);
  const day = new Int32Array(orders.day.length);
  const itemOffsets = new Uint32Array(orders.day.length + 1);
  const item = new Int32Array(lines.product.length);
  let visits = 0;
  let items = 0;
  for (let customer = 0; customer < customerCount; customer++) {
    const end = orderOffsets[customer + 1] ?? 0;
    const firstVisit = visits;
    for (let order = orderOffsets[customer] ?? 0; order < end; order++) {
      const orderDay = orders.day[order] ?? 0;
      if (orderDay > asOfDay) break;
      if (visits === firstVisit || day[visits - 1] !== orderDay) day[visits++] = orderDay;
      const lineEnd = orders.lineOffsets[order + 1] ?? 0;
      for (let line = orders.lineOffsets[order] ?? 0; line < lineEnd; line++) {
        const product = lines.product[line] ?? -1;
        if (product >= 0) item[items++] = product;
      }
      const visitStart = itemOffsets[visits - 1] ?? 0;
      items = keepDistinct(item, visitStart, items);
      itemOffsets[visits] = items;
    }
    offsets[customer + 1] = visits;
  }
  return {
    customerCount,
    offsets,
    day: day.subarray(0, visits),
    itemOffsets: itemOffsets.subarray(0, visits + 1),
    item: item.subarray(0, items),
    itemKeys: baskets.products.key,
  };
}

/** The same visits by product type instead of product. */
export function typeVisitsOf(baskets: Baskets, visits: Visits): Visits {
  const itemOffsets = new Uint32Array(visits.itemOffsets.length);
  const item = new Int32Array(visits.item.length);
  let items = 0;
  for (let visit = 0; visit < visits.day.length; visit++) {
    const start = items;
    const end = visits.itemOffsets[visit + 1] ?? 0;
    for (let position = visits.itemOffsets[visit] ?? 0; position < end; position++) {
      const type = baskets.products.type[visits.item[position] ?? -1] ?? -1;
      if (type >= 0) item[items++] = type;
    }
    items = keepDistinct(item, start, items);
    itemOffsets[visit + 1] = items;
  }
  return { ...visits, itemOffsets, item: item.subarray(0, items), itemKeys: baskets.productTypes };
}

/** The same from orders whose lines are not known: visits without items. */
export function visitsOfFrame(frame: Frame, asOfDay: number): Visits {
  const offsets = new Uint32Array(frame.customerCount + 1);
  const day = new Int32Array(frame.orderDay.length);
  let visits = 0;
  for (let customer = 0; customer < frame.customerCount; customer++) {
    const end = frame.offsets[customer + 1] ?? 0;
    const firstVisit = visits;
    for (let order = frame.offsets[customer] ?? 0; order < end; order++) {
      const orderDay = frame.orderDay[order] ?? 0;
      if (orderDay > asOfDay) break;
      if (visits === firstVisit || day[visits - 1] !== orderDay) day[visits++] = orderDay;
    }
    offsets[customer + 1] = visits;
  }
  return {
    customerCount: frame.customerCount,
    offsets,
    day: day.subarray(0, visits),
    itemOffsets: new Uint32Array(visits + 1),
    item: new Int32Array(0),
    itemKeys: [],
  };
}

/** Above this many, sorting by comparing neighbours is slower than the platform's own. */
const longestInsertion = 32;

/** Sorts the values from `start` to before `end`, drops repeats, and says where they now end. */
function keepDistinct(values: Int32Array, start: number, end: number): number {
  if (end - start > longestInsertion) values.subarray(start, end).sort();
  else insertionSort(values, start, end);
  let kept = start;
  for (let position = start; position < end; position++) {
    const value = values[position] ?? 0;
    if (kept === start || values[kept - 1] !== value) values[kept++] = value;
  }
  return kept;
}

function insertionSort(values: Int32Array, start: number, end: number): void {
  for (let position = start + 1; position < end; position++) {
    const value = values[position] ?? 0;
    let hole = position;
    while (hole > start && (values[hole - 1] ?? 0) > value) {
      values[hole] = values[hole - 1] ?? 0;
      hole--;
    }
    values[hole] = value;
  }
}
