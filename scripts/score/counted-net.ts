import { judgeOrder } from "../../app/scoring/index.ts";
import type { ExportedOrder } from "../../order-export/exported-order.ts";

/** What an exported order counts with; `null` when it does not count. */
export function countedNetMinor(order: ExportedOrder): number | null {
  const verdict = judgeOrder({
    hasCustomer: order.customerEmail !== "",
    isCancelled: order.cancelledAtMs !== null,
    // The file has no word for it: Shopify exports real orders only.
    isTest: false,
    totalMinor: order.totalMinor,
    refundedMinor: order.refundedMinor,
  });
  return verdict.kind === "counted" ? verdict.netMinor : null;
}
