import type { MoneyRules } from "./money/money-rules.ts";
import { amountOf, type OrderAmounts } from "./money/order-amount.ts";

/** What decides whether an order counts, and with how much. */
export type OrderFacts = OrderAmounts & {
  hasCustomer: boolean;
  isCancelled: boolean;
  isTest: boolean;
};

export type NotCountedReason = "no-customer" | "cancelled" | "test" | "nothing-left";

export type OrderVerdict =
  { kind: "counted"; netMinor: number } | { kind: "not-counted"; reason: NotCountedReason };

/**
 * Does an order count, and with how much: it has a customer, is neither cancelled nor a test unless the rules count
 * those, and something is left of what the rules call money. Of several reasons against it the first in that order is
 * named.
 *
 *     netMinor = amountOf(order, rules)        counted ⇔ netMinor > 0
 *
 * The date of a refund, the financial status and the means of payment do not matter. A refund above the total only
 * makes the order not count; it takes nothing from the customer's other orders.
 *
 * Example, net: total 5000, refunded 1250 → counted with 3750; total 5000, refunded 6000 → not counted, `nothing-left`.
 */
export function judgeOrder(order: OrderFacts, rules: MoneyRules): OrderVerdict {
  if (!order.hasCustomer) return { kind: "not-counted", reason: "no-customer" };
  if (order.isCancelled && !rules.cancelled) return { kind: "not-counted", reason: "cancelled" };
  if (order.isTest && !rules.test) return { kind: "not-counted", reason: "test" };
  const netMinor = amountOf(order, rules);
  if (netMinor <= 0) return { kind: "not-counted", reason: "nothing-left" };
  return { kind: "counted", netMinor };
}
