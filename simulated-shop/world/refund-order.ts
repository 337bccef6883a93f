import { totalRefundedMinorOf, type Order, type Refund, type RefundLine } from "./order.ts";
import { newActionId, type World } from "./world.ts";

export type RefundRequest = {
  /** Minor units; what is left of the order when left out. */
  amountMinor?: number;
  note?: string;
  lines?: readonly RefundLine[];
};

/** Gives money back. Emits refund-created and order-updated with one action id. */
export function refundOrder(world: World, order: Order, request: RefundRequest = {}): Refund {
  const leftMinor = order.totalMinor - totalRefundedMinorOf(order);
  const amountMinor = request.amountMinor ?? leftMinor;
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0 || amountMinor > leftMinor) {
    throw new RangeError(
      `Order ${order.name} can be refunded ${leftMinor} minor units at most; asked for ${amountMinor}.`,
    );
  }
  const nowMs = world.changeTimes.next();
  const refund: Refund = {
    gidType: "Refund",
    id: world.ids.take("Refund"),
    createdAtMs: nowMs,
    amountMinor,
    note: request.note ?? null,
    lines: request.lines ?? [],
  };
  order.refunds = [...order.refunds, refund];
  order.financialStatus = amountMinor === leftMinor ? "refunded" : "partially_refunded";
  order.updatedAtMs = nowMs;
  world.revision += 1;
  const actionId = newActionId(world);
  world.events.emit({ kind: "refund-created", actionId, order, refund });
  world.events.emit({ kind: "order-updated", actionId, order });
  return refund;
}
