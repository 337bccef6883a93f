import { lineItemIdOf, type LineItem, type Order } from "../../world/order.ts";
import {
  currentQuantityOf,
  lineTotalMinorOf,
  refundableQuantityOf,
  shareOf,
} from "../../world/order-quantities.ts";
import { isInCatalogue } from "../../world/product.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { discountAllocationViews } from "./discount-application.ts";
import { moneyBag } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { variantViewOf } from "./product.ts";
import { taxLineView } from "./tax-line.ts";

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
    id: lineItemIdOf(order, index),
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
  product: ({ line }: LineItemView) => (isInCatalogue(line.product) ? line.product : null),
  variant: ({ line }: LineItemView) =>
    isInCatalogue(line.product) ? variantViewOf(line.product) : null,
  isGiftCard: ({ line }: LineItemView) => line.product.isGiftCard === true,
  requiresShipping: ({ line }: LineItemView) =>
    line.rare?.requiresShipping ?? line.product.isGiftCard !== true,
  taxable: ({ line }: LineItemView) => line.rare?.isTaxable ?? line.product.isGiftCard !== true,
  quantity: ({ line }: LineItemView) => line.quantity,
  currentQuantity: ({ order, index }: LineItemView) => currentQuantityOf(order, index),
  refundableQuantity: ({ order, index }: LineItemView) => refundableQuantityOf(order, index),
  originalUnitPriceSet: amount(({ line }) => line.unitPriceMinor),
  originalTotalSet: amount(({ line }) => line.unitPriceMinor * line.quantity),
  totalDiscountSet: amount(({ line }) => line.discountMinor),
  discountedTotalSet: amount(({ line }) => lineTotalMinorOf(line)),
  discountedUnitPriceSet: amount(({ line }) => shareOf(lineTotalMinorOf(line), 1, line.quantity)),
  discountedUnitPriceAfterAllDiscountsSet: amount(({ line }) =>
    shareOf(line.unitPriceMinor * line.quantity - allDiscountsMinorOf(line), 1, line.quantity),
  ),
  discountAllocations: ({ line, order }: LineItemView, _args: unknown, { shop }: RequestContext) =>
    discountAllocationViews(shop.world, order, line.rare?.allocations ?? []),
  taxLines: (
    { line, order }: LineItemView,
    { first }: { first?: number | null },
    { shop }: RequestContext,
  ) =>
    (line.rare?.taxLines ?? [])
      .slice(0, first ?? undefined)
      .map((taxLine) => taxLineView(shop.world, order, taxLine)),
} satisfies TypeResolvers;

function amount(minorOf: (view: LineItemView) => number) {
  return (view: LineItemView, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, view.order, minorOf(view));
}

/** A line's own discounts and its share of the order's; without allocations only its own are known. */
function allDiscountsMinorOf({ rare, discountMinor }: LineItem): number {
  return rare?.allocations?.reduce((sum, { amountMinor }) => sum + amountMinor, 0) ?? discountMinor;
}
