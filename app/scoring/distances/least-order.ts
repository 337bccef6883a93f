/** What one order has to be. */
export type Distance =
  /** At least so many minor units. */
  | { kind: "amount"; minor: number }
  /** The amount does not matter. */
  | { kind: "any-order" }
  /** No amount is enough. */
  | { kind: "not-by-one-order" };

/** More than any order, and still exact when a customer's other orders are added. */
const mostMinor = 2 ** 52;

/**
 * The least amount in minor units that is enough. A larger order is never worth less: spend, its mean and the value rise
 * with it, and the policy gives a customer who enters and keeps more no lower tier. So it is found by halving.
 *
 * Example: enough from 4150 on → 4150; from 1 on → any order.
 */
export function leastOrder(isEnough: (netMinor: number) => boolean): Distance {
  if (isEnough(1)) return { kind: "any-order" };
  let [short, enough] = [1, 2];
  while (!isEnough(enough)) {
    if (enough >= mostMinor) return { kind: "not-by-one-order" };
    short = enough;
    enough = Math.min(mostMinor, 4 * enough);
  }
  while (enough - short > 1) {
    const middle = Math.floor((short + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else short = middle;
  }
  return { kind: "amount", minor: enough };
}
