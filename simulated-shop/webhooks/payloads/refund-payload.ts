import { gidOf } from "../../world/gid.ts";
import { formatPadded } from "../../world/money.ts";
import type { Order, Refund, RefundLine } from "../../world/order.ts";
import type { World } from "../../world/world.ts";
import { lineItemPayload } from "./line-item-payload.ts";
import { moneySetOf } from "./money-set.ts";
import { formatShopTime } from "./shop-time.ts";

/** refunds/create, and one entry of an order's `refunds`. */
export function refundPayload(
  refund: Refund,
  order: Order,
  { shop }: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  const createdAt = formatShopTime(refund.createdAtMs, shop.timeZone);
  return {
    id: refund.id,
    admin_graphql_api_id: gidOf("Refund", refund.id),
    order_id: order.id,
    created_at: createdAt,
    processed_at: createdAt,
    note: refund.note,
    user_id: null,
    restock: refund.lines.length > 0,
    duties: [],
    total_duties_set: moneySetOf(0, shop.currencyCode),
    order_adjustments: [],
    refund_shipping_lines: [],
    refund_line_items: refund.lines.map((line, index) =>
      refundLinePayload(line, index, refund, order, shop.currencyCode),
    ),
    transactions: [
      {
        id: refund.id,
        admin_graphql_api_id: gidOf("OrderTransaction", refund.id),
        order_id: order.id,
        kind: "refund",
        status: "success",
        gateway: "bogus",
        amount: formatPadded(refund.amountMinor, shop.currencyCode),
        currency: shop.currencyCode,
        created_at: createdAt,
        processed_at: createdAt,
        test: order.test,
        message: null,
        parent_id: null,
      },
    ],
  };
}

function refundLinePayload(
  line: RefundLine,
  index: number,
  refund: Refund,
  order: Order,
  currency: string,
): Readonly<Record<string, unknown>> {
  const item = order.lineItems[line.lineItemIndex];
  return {
    // The world keeps no ids for these lines; what an app may rely on is only that they differ.
    id: refund.id * 10 + index,
    line_item_id: order.firstLineItemId + line.lineItemIndex,
    line_item:
      item === undefined ? null : lineItemPayload(order, item, line.lineItemIndex, currency),
    quantity: line.quantity,
    location_id: null,
    restock_type: "return",
    subtotal: formatPadded(line.subtotalMinor, currency),
    subtotal_set: moneySetOf(line.subtotalMinor, currency),
    total_tax: formatPadded(0, currency),
    total_tax_set: moneySetOf(0, currency),
  };
}
