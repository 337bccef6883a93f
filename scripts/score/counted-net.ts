import { judgeOrder, type MoneyRules } from "../../app/scoring/index.ts";
import type { ExportedOrder } from "../../order-export/exported-order.ts";

/**
 * What an exported order counts with; `null` when it does not count. The file says of neither test orders nor gift
 * cards, tips and edits, and of a refund only its amount: it is taken from all parts alike.
 */
export function countedNetMinor(order: ExportedOrder, rules: MoneyRules): number | null {
  const { totalMinor, refundedMinor, taxesMinor: taxMinor, shippingMinor } = order;
  const keptMinor = Math.max(0, totalMinor - refundedMinor);
  const leftOf = (minor: number) =>
    totalMinor === 0 ? 0 : Math.floor((minor * keptMinor) / totalMinor);
  const verdict = judgeOrder(
    {
      hasCustomer: order.customerEmail !== "",
      isCancelled: order.cancelledAtMs !== null,
      isTest: false,
      totalMinor,
      refundedMinor,
      removedMinor: 0,
      taxMinor,
      taxLeftMinor: leftOf(taxMinor),
      shippingMinor,
      shippingLeftMinor: leftOf(shippingMinor),
      shippingTaxMinor: 0,
      extrasMinor: 0,
      giftCardMinor: 0,
      giftCardLeftMinor: 0,
    },
    rules,
  );
  return verdict.kind === "counted" ? verdict.netMinor : null;
}
