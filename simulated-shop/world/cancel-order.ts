import type { Order } from "./order.ts";
import { refundOrder } from "./refund-order.ts";
import { totalRefundedMinorOf } from "./order.ts";
import { newActionId, type World } from "./world.ts";

export type Cancellation = {
  reason?: NonNullable<Order["cancelReason"]>;
  /** Also give all money back. */ refund?: boolean;
};

/** Cancels an order once. Emits order-cancelled and order-updated; with a refund, its events come first. */
export function cancelOrder(
  world: World,
  order: Order,
  { reason = "customer", refund = false }: Cancellation = {},
): void {
  if (order.cancelledAtMs !== null)
    throw new RangeError(`Order ${order.name} is cancelled already.`);
  if (refund && totalRefundedMinorOf(order) < order.totalMinor) refundOrder(world, order);
  const nowMs = world.changeTimes.next();
  order.cancelledAtMs = nowMs;
  order.cancelReason = reason;
  order.updatedAtMs = nowMs;
  world.revision += 1;
  const actionId = newActionId(world);
  world.events.emit({ kind: "order-cancelled", actionId, order });
  world.events.emit({ kind: "order-updated", actionId, order });
}
