/** What decides whether an order counts. Amounts are integer minor units of the shop's currency. */
export type OrderFacts = {
  hasCustomer: boolean;
  isCancelled: boolean;
  isTest: boolean;
  totalMinor: number;
  refundedMinor: number;
};

export type NotCountedReason = "no-customer" | "cancelled" | "test" | "nothing-left";

export type OrderVerdict =
  { kind: "counted"; netMinor: number } | { kind: "not-counted"; reason: NotCountedReason };

/**
 * Does an order count, and with how much: it has a customer, is neither cancelled nor a test, and something is left
 * after refunds. Of several reasons against it the first in that order is named.
 *
 *     netMinor = totalMinor − refundedMinor        counted ⇔ netMinor > 0
 *
 * The date of a refund, the financial status and the means of payment do not matter. A refund above the total only
 * makes the order not count; it takes nothing from the customer's other orders.
 *
 * Example: total 5000, refunded 1250 → counted with 3750; total 5000, refunded 6000 → not counted, `nothing-left`.
 */
export function judgeOrder(order: OrderFacts): OrderVerdict {
  const netMinor = order.totalMinor - order.refundedMinor;
  if (!order.hasCustomer) return { kind: "not-counted", reason: "no-customer" };
  if (order.isCancelled) return { kind: "not-counted", reason: "cancelled" };
  if (order.isTest) return { kind: "not-counted", reason: "test" };
  if (netMinor <= 0) return { kind: "not-counted", reason: "nothing-left" };
  return { kind: "counted", netMinor };
}
