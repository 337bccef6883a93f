import { randomExponential, randomLcg, randomLogNormal } from "d3-random";
import type { OrderColumns } from "../../app/scoring/index.ts";

const dayMs = 86_400_000;
/** Three years of history up to this day. */
export const asOfDay = 20_000;
const historyDays = 1095;
const seed = 0.42;

/**
 * Orders of a shop as columns, by customer and in time order. Everybody has one; the rest fall on customers of
 * exponentially spread zeal, so that few have many. Amounts are log-normal around 40.00. The same for the same sizes.
 */
export function makeUpOrders(customerCount: number, orderCount: number): OrderColumns {
  const random = randomLcg(seed);
  const orderCounts = countOrdersOf(customerCount, orderCount, randomExponential.source(random)(1));
  const amount = randomLogNormal.source(random)(Math.log(4000), 0.8);
  const orders: OrderColumns = {
    customer: new Uint32Array(orderCount),
    day: new Int32Array(orderCount),
    atMs: new Float64Array(orderCount),
    netMinor: new Float64Array(orderCount),
  };
  let row = 0;
  for (let customer = 0; customer < customerCount; customer++) {
    const first = row;
    // Customers begin at different times and stop at different times.
    const begins = random() * historyDays;
    const lasts = random() * begins;
    for (let count = orderCounts[customer] ?? 0; count > 0; count--) {
      orders.customer[row] = customer;
      orders.atMs[row] = Math.floor((asOfDay + 1 - begins + lasts * random()) * dayMs) - 1;
      orders.netMinor[row] = 1 + Math.floor(amount());
      row++;
    }
    orders.atMs.subarray(first, row).sort();
  }
  for (row = 0; row < orderCount; row++)
    orders.day[row] = Math.floor((orders.atMs[row] ?? 0) / dayMs);
  return orders;
}

/** The same orders in no order at all. */
export function shuffleOrders({ customer, day, atMs, netMinor }: OrderColumns): OrderColumns {
  const random = randomLcg(seed);
  const rows = Uint32Array.from(customer, (_, row) => row);
  for (let last = rows.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const row = rows[last] ?? 0;
    rows[last] = rows[other] ?? 0;
    rows[other] = row;
  }
  return {
    customer: Uint32Array.from(rows, (row) => customer[row] ?? 0),
    day: Int32Array.from(rows, (row) => day[row] ?? 0),
    atMs: Float64Array.from(rows, (row) => atMs[row] ?? 0),
    netMinor: Float64Array.from(rows, (row) => netMinor[row] ?? 0),
  };
}

function countOrdersOf(
  customerCount: number,
  orderCount: number,
  zealOf: () => number,
): Uint32Array {
  const zeal = Float64Array.from({ length: customerCount }, zealOf);
  const all = zeal.reduce((sum, each) => sum + each, 0);
  let owed = 0;
  let left = orderCount - customerCount;
  return Uint32Array.from(zeal, (each, customer) => {
    owed += (each / all) * (orderCount - customerCount);
    const more = customer === customerCount - 1 ? left : Math.min(left, Math.floor(owed));
    owed -= more;
    left -= more;
    return 1 + more;
  });
}
