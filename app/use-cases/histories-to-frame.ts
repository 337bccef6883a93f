import type { LedgerOrder } from "../persistence/orders.ts";
import {
  createCalendar,
  FrameBuilder,
  judgeOrder,
  type Frame,
  type OrderVerdict,
} from "../scoring/index.ts";

export interface CustomerFrame {
  /** Row i of every column of the frame belongs to customerIds[i]. */
  customerIds: bigint[];
  frame: Frame;
}

/** The counted orders of customers, as the engine takes them. Customers none of whose orders count are in it too. */
export function frameOf(orders: Iterable<LedgerOrder>, timeZone: string): CustomerFrame {
  const dayOf = createCalendar(timeZone);
  const builder = new FrameBuilder();
  const customerIds: bigint[] = [];
  const rowOf = new Map<bigint, number>();
  for (const order of orders) {
    if (order.customerId === null) continue;
    let row = rowOf.get(order.customerId);
    if (row === undefined) {
      row = customerIds.push(order.customerId) - 1;
      rowOf.set(order.customerId, row);
    }
    const verdict = verdictOn(order);
    if (verdict.kind === "not-counted") continue;
    const atMs = order.processedAt.getTime();
    builder.add(row, dayOf(atMs), atMs, verdict.netMinor);
  }
  return { customerIds, frame: builder.build(customerIds.length) };
}

export function verdictOn(order: LedgerOrder): OrderVerdict {
  return judgeOrder({
    hasCustomer: order.customerId !== null,
    isCancelled: order.cancelledAt !== null,
    isTest: order.test,
    totalMinor: Number(order.totalMinorUnits),
    refundedMinor: Number(order.refundedMinorUnits),
  });
}
