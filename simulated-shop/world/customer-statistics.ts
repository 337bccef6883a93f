import type { Customer } from "./customer.ts";
import { totalRefundedMinorOf } from "./order.ts";

/** Shopify's `numberOfOrders`: test orders are not counted. */
export function countedOrdersOf(customer: Customer): number {
  let count = 0;
  for (const order of customer.orders) if (!order.test) count += 1;
  return count;
}

/**
 * Shopify's `amountSpent` in minor units. Whether Shopify subtracts refunds is not established (SHOPIFY-FACTS §6); here
 * they are, and cancelled and test orders count nothing.
 */
export function amountSpentMinorOf(customer: Customer): number {
  let sum = 0;
  for (const order of customer.orders) {
    if (!order.test && order.cancelledAtMs === null)
      sum += order.totalMinor - totalRefundedMinorOf(order);
  }
  return sum;
}
