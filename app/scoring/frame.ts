/**
 * Counted orders of many customers as columns, grouped by customer (compressed sparse rows): the orders of customer
 * `i` are the positions `offsets[i]` to `offsets[i + 1]`, by calendar day and then by instant. A customer may have none.
 */
export type Frame = {
  customerCount: number;
  /** `customerCount + 1` positions, ascending. */
  offsets: Uint32Array;
  /** Calendar date in the shop's time zone, days since 1970-01-01. */
  orderDay: Int32Array;
  /** The instant itself, milliseconds since 1970. */
  orderAtMs: Float64Array;
  /** Net of the order: positive whole minor units. */
  orderNetMinor: Float64Array;
};

/** The same orders in any order, one row each; `customer` is an index below `customerCount`. */
export type OrderColumns = {
  customer: Uint32Array;
  day: Int32Array;
  atMs: Float64Array;
  netMinor: Float64Array;
};

/** Moving orders one by one is quickest up to about this many; longer histories are sorted by an index. */
const longestInsertion = 48;

/**
 * Groups orders by customer. The order of the rows does not matter; rows that come by customer and in time order, as a
 * database hands them out, are many times quicker, and the frame then shares the columns it is given.
 */
export function buildFrame(customerCount: number, orders: OrderColumns): Frame {
  const grouped = readOffsets(customerCount, orders.customer);
  if (grouped && areInTimeOrder(grouped, orders))
    return { customerCount, offsets: grouped, ...share(orders) };
  const offsets = grouped ?? countOffsets(customerCount, orders.customer);
  const columns = grouped ? copyColumns(orders) : gatherColumns(orders, offsets);
  const frame: Frame = { customerCount, offsets, ...columns };
  for (let owner = 0; owner < customerCount; owner++)
    sortOrders(frame, offsets[owner] ?? 0, offsets[owner + 1] ?? 0);
  return frame;
}

type FrameColumns = Pick<Frame, "orderDay" | "orderAtMs" | "orderNetMinor">;

function share({ day, atMs, netMinor }: OrderColumns): FrameColumns {
  return { orderDay: day, orderAtMs: atMs, orderNetMinor: netMinor };
}

function copyColumns({ day, atMs, netMinor }: OrderColumns): FrameColumns {
  return { orderDay: day.slice(), orderAtMs: atMs.slice(), orderNetMinor: netMinor.slice() };
}

function gatherColumns(
  { customer, day, atMs, netMinor }: OrderColumns,
  offsets: Uint32Array,
): FrameColumns {
  const orderDay = new Int32Array(customer.length);
  const orderAtMs = new Float64Array(customer.length);
  const orderNetMinor = new Float64Array(customer.length);
  const next = offsets.slice();
  for (let row = 0; row < customer.length; row++) {
    const owner = customer[row] ?? 0;
    const at = next[owner] ?? 0;
    orderDay[at] = day[row] ?? 0;
    orderAtMs[at] = atMs[row] ?? 0;
    orderNetMinor[at] = netMinor[row] ?? 0;
    next[owner] = at + 1;
  }
  return { orderDay, orderAtMs, orderNetMinor };
}

function countOffsets(customerCount: number, customer: Uint32Array): Uint32Array {
  const offsets = new Uint32Array(customerCount + 1);
  for (let row = 0; row < customer.length; row++) {
    const owner = customer[row] ?? 0;
    if (owner >= customerCount)
      throw new RangeError(`An order names customer ${owner} of ${customerCount}.`);
    offsets[owner + 1] = (offsets[owner + 1] ?? 0) + 1;
  }
  for (let owner = 0; owner < customerCount; owner++)
    offsets[owner + 1] = (offsets[owner + 1] ?? 0) + (offsets[owner] ?? 0);
  return offsets;
}

/** Where each customer begins when the rows come by customer; `null` when they do not. */
function readOffsets(customerCount: number, customer: Uint32Array): Uint32Array | null {
  const offsets = new Uint32Array(customerCount + 1);
  let former = 0;
  for (let row = 0; row < customer.length; row++) {
    const owner = customer[row] ?? 0;
    if (owner < former || owner >= customerCount) return null;
    // Written at every row: asking whether it is the customer's last one would take longer.
    offsets[owner + 1] = row + 1;
    former = owner;
  }
  // Who has no orders ends where the one before does.
  for (let owner = 0; owner < customerCount; owner++)
    offsets[owner + 1] = Math.max(offsets[owner] ?? 0, offsets[owner + 1] ?? 0);
  return offsets;
}

function areInTimeOrder(offsets: Uint32Array, { day, atMs }: OrderColumns): boolean {
  for (let owner = 0; owner + 1 < offsets.length; owner++) {
    const end = offsets[owner + 1] ?? 0;
    for (let row = (offsets[owner] ?? 0) + 1; row < end; row++) {
      const ownDay = day[row] ?? 0;
      const formerDay = day[row - 1] ?? 0;
      const ownAtMs = atMs[row] ?? 0;
      const formerAtMs = atMs[row - 1] ?? 0;
      // Mostly both go up, and asking that first reads both columns from end to end, which memory does best.
      const bothGoUp = ownDay >= formerDay && ownAtMs >= formerAtMs;
      if (!bothGoUp && comesBefore(ownDay, ownAtMs, formerDay, formerAtMs)) return false;
    }
  }
  return true;
}

/** Sorts the positions from `start` to before `end`. Histories mostly arrive in time order and are short. */
function sortOrders(frame: Frame, start: number, end: number): void {
  let position = start + 1;
  while (position < end && !isBefore(frame, position, position - 1)) position++;
  if (position >= end) return;
  if (end - start <= longestInsertion) insertionSort(frame, start, end);
  else sortByIndex(frame, start, end);
}

function insertionSort(
  { orderDay, orderAtMs, orderNetMinor }: Frame,
  start: number,
  end: number,
): void {
  for (let position = start + 1; position < end; position++) {
    const day = orderDay[position] ?? 0;
    const atMs = orderAtMs[position] ?? 0;
    const netMinor = orderNetMinor[position] ?? 0;
    let hole = position;
    while (
      hole > start &&
      comesBefore(day, atMs, orderDay[hole - 1] ?? 0, orderAtMs[hole - 1] ?? 0)
    ) {
      orderDay[hole] = orderDay[hole - 1] ?? 0;
      orderAtMs[hole] = orderAtMs[hole - 1] ?? 0;
      orderNetMinor[hole] = orderNetMinor[hole - 1] ?? 0;
      hole--;
    }
    orderDay[hole] = day;
    orderAtMs[hole] = atMs;
    orderNetMinor[hole] = netMinor;
  }
}

function sortByIndex(frame: Frame, start: number, end: number): void {
  const positions = Uint32Array.from({ length: end - start }, (_, index) => start + index);
  positions.sort((a, b) => (isBefore(frame, a, b) ? -1 : isBefore(frame, b, a) ? 1 : 0));
  const sortedDay = Int32Array.from(positions, (from) => frame.orderDay[from] ?? 0);
  const sortedAtMs = Float64Array.from(positions, (from) => frame.orderAtMs[from] ?? 0);
  const sortedNetMinor = Float64Array.from(positions, (from) => frame.orderNetMinor[from] ?? 0);
  frame.orderDay.set(sortedDay, start);
  frame.orderAtMs.set(sortedAtMs, start);
  frame.orderNetMinor.set(sortedNetMinor, start);
}

function isBefore({ orderDay, orderAtMs }: Frame, a: number, b: number): boolean {
  return comesBefore(orderDay[a] ?? 0, orderAtMs[a] ?? 0, orderDay[b] ?? 0, orderAtMs[b] ?? 0);
}

/** By day first: where clocks go back at midnight, a later instant can have the earlier date. */
function comesBefore(dayOfA: number, atMsOfA: number, dayOfB: number, atMsOfB: number): boolean {
  return dayOfA === dayOfB ? atMsOfA < atMsOfB : dayOfA < dayOfB;
}
