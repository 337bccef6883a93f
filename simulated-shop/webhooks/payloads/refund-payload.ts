import { gidOf } from "../../world/gid.ts";
import { formatPadded } from "../../world/money.ts";
import { lineItemIdOf, type Order, type Refund, type RefundLine } from "../../world/order.ts";
import { DEFAULT_GATEWAY, paymentsOf, refundTransactionIdOf } from "../../world/payment.ts";
import type { World } from "../../world/world.ts";
import { lineItemPayload } from "./line-item-payload.ts";
import { moneySetOf } from "./money-set.ts";
import { formatShopTime } from "./shop-time.ts";
import { transactionPayload } from "./transaction-payload.ts";

/** refunds/create, and one entry of an order's `refunds`. */
export function refundPayload(
  refund: Refund,
  order: Order,
  world: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  const { shop } = world;
  const createdAt = formatShopTime(refund.createdAtMs, shop.timeZone);
  return {
    id: refund.id,
    admin_graphql_api_id: gidOf("Refund", refund.id),
    order_id: order.id,
    created_at: createdAt,
    processed_at: createdAt,
    note: refund.note,
    user_id: null,
    restock: refund.lines.some(({ restockType }) => restockType !== "NO_RESTOCK"),
    duties: [],
    total_duties_set: moneySetOf(0, order, world),
    order_adjustments: adjustmentsOf(refund, order, world),
    refund_shipping_lines: [],
    refund_line_items: refund.lines.map((line, index) =>
      refundLinePayload(line, index, refund, order, world),
    ),
    transactions: transactionsOf(refund, order, world),
  };
}

function transactionsOf(refund: Refund, order: Order, world: Pick<World, "shop">) {
  if (refund.amountMinor === 0) return [];
  const [sale] = paymentsOf(order);
  return [
    transactionPayload(
      order,
      {
        id: refundTransactionIdOf(refund.id),
        kind: "REFUND",
        status: "SUCCESS",
        gateway: sale?.gateway ?? DEFAULT_GATEWAY,
        amountMinor: refund.amountMinor,
        createdAtMs: refund.createdAtMs,
        test: order.test,
        ...(sale && { parentId: sale.id }),
      },
      world,
    ),
  ];
}

/** Money that no returned goods and no shipping account for, or that they would have called for. */
function adjustmentsOf(refund: Refund, order: Order, world: Pick<World, "shop">) {
  const goodsMinor = refund.lines.reduce(
    (sum, { subtotalMinor, taxMinor = 0 }) => sum + subtotalMinor + taxMinor,
    refund.shippingMinor ?? 0,
  );
  const differenceMinor = goodsMinor - refund.amountMinor;
  if (differenceMinor === 0) return [];
  return [
    {
      id: refund.id,
      order_id: order.id,
      refund_id: refund.id,
      kind: "refund_discrepancy",
      reason: "Refund discrepancy",
      amount: formatPadded(differenceMinor, world.shop.currencyCode),
      amount_set: moneySetOf(differenceMinor, order, world),
      tax_amount: formatPadded(0, world.shop.currencyCode),
      tax_amount_set: moneySetOf(0, order, world),
    },
  ];
}

function refundLinePayload(
  line: RefundLine,
  index: number,
  refund: Refund,
  order: Order,
  world: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  const currency = world.shop.currencyCode;
  const item = order.lineItems[line.lineItemIndex];
  return {
    // The world keeps no ids for these lines; what an app may rely on is only that they differ.
    id: refund.id * 100 + index,
    line_item_id: lineItemIdOf(order, line.lineItemIndex),
    line_item: item === undefined ? null : lineItemPayload(order, item, line.lineItemIndex, world),
    quantity: line.quantity,
    location_id: null,
    restock_type: (line.restockType ?? "RETURN").toLowerCase(),
    subtotal: formatPadded(line.subtotalMinor, currency),
    subtotal_set: moneySetOf(line.subtotalMinor, order, world),
    total_tax: formatPadded(line.taxMinor ?? 0, currency),
    total_tax_set: moneySetOf(line.taxMinor ?? 0, order, world),
  };
}
