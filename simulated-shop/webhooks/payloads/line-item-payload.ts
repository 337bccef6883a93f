import { gidOf } from "../../world/gid.ts";
import { formatPadded } from "../../world/money.ts";
import type { LineItem, Order } from "../../world/order.ts";
import { moneySetOf } from "./money-set.ts";

/** Line item number `index` of an order, with what refunds took from it already subtracted in current_quantity. */
export function lineItemPayload(
  order: Order,
  item: LineItem,
  index: number,
  currency: string,
): Readonly<Record<string, unknown>> {
  const id = order.firstLineItemId + index;
  const refundedQuantity = order.refunds
    .flatMap((refund) => refund.lines)
    .filter((line) => line.lineItemIndex === index)
    .reduce((sum, line) => sum + line.quantity, 0);
  return {
    id,
    admin_graphql_api_id: gidOf("LineItem", id),
    product_id: item.product.id,
    variant_id: item.product.variantId,
    title: item.product.title,
    name: item.product.title,
    variant_title: null,
    vendor: item.product.vendor,
    sku: item.product.sku,
    quantity: item.quantity,
    current_quantity: item.quantity - refundedQuantity,
    fulfillable_quantity: item.quantity - refundedQuantity,
    fulfillment_status: null,
    price: formatPadded(item.unitPriceMinor, currency),
    price_set: moneySetOf(item.unitPriceMinor, currency),
    total_discount: formatPadded(item.discountMinor, currency),
    total_discount_set: moneySetOf(item.discountMinor, currency),
    discount_allocations: [],
    gift_card: false,
    taxable: true,
    requires_shipping: true,
    product_exists: true,
    properties: [],
    tax_lines: [],
  };
}
