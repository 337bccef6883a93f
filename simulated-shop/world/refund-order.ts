import { announcePurchases } from "./announce-purchases.ts";
import { totalRefundedMinorOf, type Order, type Refund, type RefundLine } from "./order.ts";
import { refundableQuantityOf } from "./order-quantities.ts";
import { newActionId, type World } from "./world.ts";

export type RefundRequest = {
  /** Minor units; what is left of the order when left out. 0 takes goods back without giving money. */
  amountMinor?: number;
  note?: string | null;
  lines?: readonly RefundLine[];
  /** Of the amount, what is for shipping. */
  shippingMinor?: number;
  /** The moment it counts from; now when left out. */
  createdAtMs?: number;
};

/** Gives money back. Emits refund-created and order-updated with one action id. */
export function refundOrder(world: World, order: Order, request: RefundRequest = {}): Refund {
  const leftMinor = order.totalMinor - totalRefundedMinorOf(order);
  const amountMinor = request.amountMinor ?? leftMinor;
  const lines = request.lines ?? [];
  const isNothing = amountMinor === 0 && lines.length === 0;
  if (
    !Number.isSafeInteger(amountMinor) ||
    amountMinor < 0 ||
    isNothing ||
    amountMinor > leftMinor
  ) {
    throw new RangeError(
      `Order ${order.name} can be refunded ${leftMinor} minor units at most; asked for ${amountMinor}.`,
    );
  }
  for (const { lineItemIndex, quantity } of lines) {
    if (quantity > refundableQuantityOf(order, lineItemIndex))
      throw new RangeError(`Order ${order.name} has less to take back of line ${lineItemIndex}.`);
  }
  const nowMs = world.changeTimes.next();
  const refund: Refund = {
    gidType: "Refund",
    id: world.ids.take("Refund"),
    createdAtMs: request.createdAtMs ?? nowMs,
    amountMinor,
    note: request.note ?? null,
    lines,
    ...(request.shippingMinor !== undefined && { shippingMinor: request.shippingMinor }),
  };
  order.refunds = [...order.refunds, refund];
  if (amountMinor > 0)
    order.financialStatus = amountMinor === leftMinor ? "refunded" : "partially_refunded";
  order.updatedAtMs = nowMs;
  world.revision += 1;
  const actionId = newActionId(world);
  world.events.emit({ kind: "refund-created", actionId, order, refund });
  world.events.emit({ kind: "order-updated", actionId, order });
  announcePurchases(world, actionId, order);
  return refund;
}
