/** What is known of a customer whose orders are not. */
export interface Totals {
  orders: number;
  /** Net of all orders, minor units. */
  spentMinor: number;
  createdAtMs: number;
  lastOrderAtMs: number;
}

/** More orders than this tell the same. */
const mostOrders = 200;

/**
 * Orders that have a customer's totals: equally spaced from the day the customer was entered to the last order, and
 * equal in amount to a minor unit. The assumption is the plainest there is, and why the result is an estimate.
 *
 *     at(k) = first + (last − first) · k / (n − 1);  net(k) = ⌊spent · (k + 1) / n⌋ − ⌊spent · k / n⌋
 *
 * Example: 3 orders of 100 in all, entered at 0, last at 10 → 33 at 0, 33 at 5, 34 at 10. A single order is the last.
 * Nothing is made up where nothing was spent.
 */
export function evenHistory({
  orders,
  spentMinor,
  createdAtMs,
  lastOrderAtMs,
}: Totals): { atMs: number; netMinor: number }[] {
  const count = Math.max(0, Math.min(orders, spentMinor, mostOrders));
  const firstMs = Math.min(createdAtMs, lastOrderAtMs);
  return Array.from({ length: count }, (_, index) => ({
    atMs:
      lastOrderAtMs - ((lastOrderAtMs - firstMs) * (count - 1 - index)) / Math.max(1, count - 1),
    netMinor:
      Math.floor((spentMinor * (index + 1)) / count) - Math.floor((spentMinor * index) / count),
  }));
}
