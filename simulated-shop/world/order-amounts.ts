import type { Order } from "./order.ts";
import {
  currentQuantityOf,
  lineTaxMinorOf,
  lineTotalMinorOf,
  removedQuantityOf,
  shareOf,
} from "./order-quantities.ts";
import { netPaymentMinorOf, receivedMinorOf } from "./payment.ts";

/**
 * What an order is worth now: its total less removed lines and refunds, 0 when cancelled. A refund counts its money, or
 * the goods it took back when it gave none; money that only gives back what removed lines had cost counts once.
 * Whether money given back without goods lowers Shopify's `currentTotalPriceSet` is not established; here it does.
 */
export function currentTotalMinorOf(order: Order): number {
  if (order.cancelledAtMs !== null) return 0;
  const editedMinor = order.totalMinor - removedMinorOf(order);
  const overpaidMinor = Math.max(0, receivedMinorOf(order) - editedMinor);
  let refundedMinor = 0;
  for (const refund of order.refunds)
    refundedMinor += refund.amountMinor > 0 ? refund.amountMinor : goodsMinorOf(refund.lines);
  return Math.max(0, editedMinor - Math.max(0, refundedMinor - overpaidMinor));
}

/** The lines that are left, after discounts. */
export function currentSubtotalMinorOf(order: Order): number {
  let goodsMinor = 0;
  let linesMinor = 0;
  for (const [index, line] of order.lineItems.entries()) {
    const totalMinor = lineTotalMinorOf(line);
    linesMinor += totalMinor;
    goodsMinor += shareOf(totalMinor, currentQuantityOf(order, index), line.quantity);
  }
  // A discount on the whole order that no line carries, as loaded orders have it, shrinks with the goods.
  const orderDiscountMinor = linesMinor - order.subtotalMinor;
  return orderDiscountMinor === 0
    ? goodsMinor
    : goodsMinor - shareOf(orderDiscountMinor, goodsMinor, linesMinor);
}

/** The tax on what is left. */
export function currentTaxMinorOf(order: Order): number {
  if (order.cancelledAtMs !== null) return 0;
  if (order.lineItems.every((line) => line.rare?.taxLines === undefined))
    return shareOf(order.taxMinor, currentTotalMinorOf(order), order.totalMinor);
  const shippingLeftMinor = order.shippingMinor - refundedShippingMinorOf(order);
  let minor = shareOf(shippingTaxMinorOf(order), shippingLeftMinor, order.shippingMinor);
  for (const [index, line] of order.lineItems.entries())
    minor += shareOf(lineTaxMinorOf(line), currentQuantityOf(order, index), line.quantity);
  return minor;
}

/** What the customer still owes; nothing while the money is only reserved. */
export function outstandingMinorOf(order: Order): number {
  if (order.financialStatus === "voided" || order.financialStatus === "authorized") return 0;
  return Math.max(0, currentTotalMinorOf(order) - netPaymentMinorOf(order));
}

/** Tax of the shipping. */
export function shippingTaxMinorOf(order: Order): number {
  let sum = 0;
  for (const { amountMinor } of order.rare?.shippingTaxLines ?? []) sum += amountMinor;
  return sum;
}

/** What refunds gave back of the shipping. */
export function refundedShippingMinorOf({ refunds }: Order): number {
  return refunds.reduce((sum, { shippingMinor = 0 }) => sum + shippingMinor, 0);
}

/** What edits took off: lines with their share of discount, and of tax where it comes on top. */
export function removedMinorOf(order: Order): number {
  let minor = 0;
  for (const line of order.lineItems) {
    const removed = removedQuantityOf(line);
    if (removed === 0) continue;
    minor += shareOf(lineTotalMinorOf(line), removed, line.quantity);
    if (order.rare?.isTaxAdded === true)
      minor += shareOf(lineTaxMinorOf(line), removed, line.quantity);
  }
  return minor;
}

function goodsMinorOf(lines: Order["refunds"][number]["lines"]): number {
  let minor = 0;
  for (const { subtotalMinor, taxMinor = 0 } of lines) minor += subtotalMinor + taxMinor;
  return minor;
}
