import type { LineItem, Order } from "../../world/order.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { moneyBag } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { variantViewOf } from "./product.ts";

/** A line item with its place in its order; the world keeps no ids for lines. */
export type LineItemView = {
  readonly gidType: "LineItem";
  readonly id: number;
  readonly line: LineItem;
  readonly order: Order;
  readonly index: number;
};

export function lineItemViewsOf(order: Order): LineItemView[] {
  return order.lineItems.map((line, index) => ({
    gidType: "LineItem",
    id: order.firstLineItemId + index,
    line,
    order,
    index,
  }));
}

export const lineItemResolvers = {
  id: nodeFields.id,
  title: ({ line }: LineItemView) => line.product.title,
  name: ({ line }: LineItemView) => line.product.title,
  sku: ({ line }: LineItemView) => line.product.sku,
  vendor: ({ line }: LineItemView) => line.product.vendor,
  product: ({ line }: LineItemView) => line.product,
  variant: ({ line }: LineItemView) => variantViewOf(line.product),
  isGiftCard: () => false,
  quantity: ({ line }: LineItemView) => line.quantity,
  currentQuantity: (view: LineItemView) => view.line.quantity - refundedQuantityOf(view),
  originalUnitPriceSet: amount(({ line }) => line.unitPriceMinor),
  originalTotalSet: amount(({ line }) => line.unitPriceMinor * line.quantity),
  totalDiscountSet: amount(({ line }) => line.discountMinor),
  discountedTotalSet: amount(
    ({ line }) => line.unitPriceMinor * line.quantity - line.discountMinor,
  ),
} satisfies TypeResolvers;

function amount(minorOf: (view: LineItemView) => number) {
  return (view: LineItemView, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, minorOf(view));
}

function refundedQuantityOf({ order, index }: LineItemView): number {
  let quantity = 0;
  for (const refund of order.refunds) {
    for (const line of refund.lines) if (line.lineItemIndex === index) quantity += line.quantity;
  }
  return quantity;
}
