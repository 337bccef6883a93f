import { announcePurchases } from "./announce-purchases.ts";
import { totalRefundedMinorOf, type CancelReason, type Order, type RefundLine } from "./order.ts";
import { lineTotalMinorOf, refundableQuantityOf, shareOf } from "./order-quantities.ts";
import { receivedMinorOf } from "./payment.ts";
import { refundOrder } from "./refund-order.ts";
import { newActionId, type World } from "./world.ts";

export type Cancellation = {
  reason?: CancelReason;
  /** Also give all money back. */
  refund?: boolean;
  /** Also put the goods back: the refund then names every line. */
  restock?: boolean;
  staffNote?: string | null;
};

/**
 * Cancels an order once; it is closed with it. Emits order-cancelled and order-updated; with a refund, its events come
 * first. Money that was only authorized is voided.
 */
export function cancelOrder(
  world: World,
  order: Order,
  { reason = "customer", refund = false, restock = false, staffNote = null }: Cancellation = {},
): void {
  if (order.cancelledAtMs !== null)
    throw new RangeError(`Order ${order.name} is cancelled already.`);
  const paidMinor = receivedMinorOf(order) - totalRefundedMinorOf(order);
  if (refund && paidMinor > 0) {
    refundOrder(world, order, {
      amountMinor: Math.min(paidMinor, order.totalMinor - totalRefundedMinorOf(order)),
      ...(restock && { lines: allLinesOf(order) }),
    });
  }
  const nowMs = world.changeTimes.next();
  order.cancelledAtMs = nowMs;
  order.cancelReason = reason;
  order.updatedAtMs = nowMs;
  if (order.financialStatus === "authorized" || order.financialStatus === "pending")
    order.financialStatus = "voided";
  order.rare = {
    ...order.rare,
    closedAtMs: nowMs,
    ...(staffNote !== null && { cancelNote: staffNote }),
  };
  world.revision += 1;
  const actionId = newActionId(world);
  world.events.emit({ kind: "order-cancelled", actionId, order });
  world.events.emit({ kind: "order-updated", actionId, order });
  announcePurchases(world, actionId, order);
}

function allLinesOf(order: Order): RefundLine[] {
  return order.lineItems.flatMap((line, lineItemIndex) => {
    const quantity = refundableQuantityOf(order, lineItemIndex);
    if (quantity === 0) return [];
    const subtotalMinor = shareOf(lineTotalMinorOf(line), quantity, line.quantity);
    return [{ lineItemIndex, quantity, subtotalMinor, restockType: "CANCEL" as const }];
  });
}
