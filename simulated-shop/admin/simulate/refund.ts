import { z } from "zod";
import { formatPadded } from "../../world/money.ts";
import { findLineIndex, totalRefundedMinorOf, type Order } from "../../world/order.ts";
import type { RefundLine } from "../../world/order.ts";
import {
  lineTaxMinorOf,
  lineTotalMinorOf,
  refundableQuantityOf,
  shareOf,
} from "../../world/order-quantities.ts";
import { refundOrder } from "../../world/refund-order.ts";
import type { World } from "../../world/world.ts";
import { amountField, changedLinesField, yesField } from "./field-schemas.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";
import { parseAmountMinor } from "./parse-amount.ts";

export const refundSchema = z.object({
  /** What is given back; the price of the lines when left out, and without lines all that is left. */
  amount: amountField.optional(),
  lines: changedLinesField.default([]),
  restock: yesField.default(false),
  note: z.string().optional(),
});
type RefundWishes = z.infer<typeof refundSchema>;

/** Takes pieces back and gives money: for the pieces, an amount, or all that is left. */
export function simulateRefund(
  world: World,
  order: Order,
  { amount, lines: wanted, restock, note }: RefundWishes,
): SimulationOutcome {
  const { currencyCode } = world.shop;
  const amountMinor = amount === undefined ? undefined : parseAmountMinor(amount, currencyCode);
  if (amountMinor === null)
    return refused(400, `${String(amount)} is not an amount in ${currencyCode}.`);
  const lines: RefundLine[] = [];
  for (const { lineItemId, quantity } of wanted) {
    if (quantity === 0) continue;
    const line = refundLineOf(order, lineItemId, quantity, restock);
    if (typeof line === "string") return refused(409, line);
    lines.push(line);
  }
  const givenMinor = amountMinor ?? (lines.length > 0 ? priceOf(order, lines) : undefined);
  const refund = refundOrder(world, order, {
    ...(givenMinor !== undefined && { amountMinor: givenMinor }),
    ...(note !== undefined && { note }),
    lines,
  });
  const given = formatPadded(refund.amountMinor, currencyCode);
  return done(`${given} ${currencyCode} of ${order.name} was refunded.`, {
    refund: { id: refund.id, amount: given },
  });
}

/** The line, or in words why it cannot be taken back. */
function refundLineOf(
  order: Order,
  lineItemId: number,
  quantity: number,
  restock: boolean,
): RefundLine | string {
  const lineItemIndex = findLineIndex(order, lineItemId);
  const line = order.lineItems[lineItemIndex];
  if (line === undefined) return `Order ${order.name} has no line ${lineItemId}.`;
  const left = refundableQuantityOf(order, lineItemIndex);
  if (quantity > left)
    return `Of ${line.product.title} ${left} can be taken back, not ${quantity}.`;
  const taxMinor = shareOf(lineTaxMinorOf(line), quantity, line.quantity);
  return {
    lineItemIndex,
    quantity,
    subtotalMinor: shareOf(lineTotalMinorOf(line), quantity, line.quantity),
    restockType: restock ? "RETURN" : "NO_RESTOCK",
    ...(taxMinor > 0 && { taxMinor }),
  };
}

/** What the pieces cost; at most what is left of the order, whose own discount is not on its lines. */
function priceOf(order: Order, lines: readonly RefundLine[]): number {
  const isTaxAdded = order.rare?.isTaxAdded === true;
  const priceMinor = lines.reduce(
    (sum, { subtotalMinor, taxMinor = 0 }) => sum + subtotalMinor + (isTaxAdded ? taxMinor : 0),
    0,
  );
  return Math.min(priceMinor, order.totalMinor - totalRefundedMinorOf(order));
}
