import type { LineItem, Order } from "./order.ts";

/** How many pieces of line number `index` refunds took back. */
export function refundedQuantityOf(order: Order, index: number): number {
  let quantity = 0;
  for (const refund of order.refunds) {
    for (const line of refund.lines) if (line.lineItemIndex === index) quantity += line.quantity;
  }
  return quantity;
}

/** Bought, less what edits removed and refunds took back; none of a cancelled order. */
export function currentQuantityOf(order: Order, index: number): number {
  const line = order.lineItems[index];
  if (line === undefined || order.cancelledAtMs !== null) return 0;
  return line.quantity - removedQuantityOf(line) - refundedQuantityOf(order, index);
}

/** What refunds may still take back; a cancellation does not change it. */
export function refundableQuantityOf(order: Order, index: number): number {
  const line = order.lineItems[index];
  return line === undefined
    ? 0
    : line.quantity - removedQuantityOf(line) - refundedQuantityOf(order, index);
}

export function removedQuantityOf(line: LineItem): number {
  return line.rare?.removedQuantity ?? 0;
}

/** A line's price after its discounts, all pieces as bought. */
export function lineTotalMinorOf(line: LineItem): number {
  return line.unitPriceMinor * line.quantity - line.discountMinor;
}

/** The tax of a line, all pieces as bought. */
export function lineTaxMinorOf(line: LineItem): number {
  let sum = 0;
  for (const { amountMinor } of line.rare?.taxLines ?? []) sum += amountMinor;
  return sum;
}

/** A share of an amount that belongs to `quantity` pieces, in whole minor units. */
export function shareOf(amountMinor: number, part: number, quantity: number): number {
  return quantity === 0 ? 0 : Math.round((amountMinor * part) / quantity);
}
