import { type Order, type Refund, type RefundLine } from "../../world/order.ts";
import { shareOf } from "../../world/order-quantities.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { lineItemViewsOf } from "./line-item.ts";
import { moneyBag } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { refundTransactionsOf } from "./order-transaction.ts";
import { dateTimeText } from "./scalar-text.ts";

/** A refund with its order; the world keeps refunds inside orders. */
export type RefundView = {
  readonly gidType: "Refund";
  readonly id: number;
  readonly refund: Refund;
  readonly order: Order;
};

/** One line of a refund; it has no number of its own in the world. */
type RefundLineView = {
  readonly id: number;
  readonly line: RefundLine;
  readonly order: Order;
};

export function refundViewOf(refund: Refund, order: Order): RefundView {
  return { gidType: "Refund", id: refund.id, refund, order };
}

/** The number of line k of a refund: what an app may rely on is only that they differ. */
export function refundLineIdOf(refundId: number, index: number): number {
  return refundId * 100 + index;
}

export const refundResolvers = {
  ...nodeFields,
  order: ({ order }: RefundView) => order,
  note: ({ refund }: RefundView) => refund.note,
  createdAt: ({ refund }: RefundView) => dateTimeText(refund.createdAtMs),
  processedAt: ({ refund }: RefundView) => dateTimeText(refund.createdAtMs),
  updatedAt: ({ refund }: RefundView) => dateTimeText(refund.createdAtMs),
  totalRefundedSet: ({ refund, order }: RefundView, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, order, refund.amountMinor),
  refundLineItems: ({ refund, order }: RefundView, args: ConnectionArgs) =>
    new Connection(
      refund.lines.map((line, index): RefundLineView => ({
        id: refundLineIdOf(refund.id, index),
        line,
        order,
      })),
      args,
      ({ id }) => ({ id, value: id }),
    ),
  transactions: ({ refund, order }: RefundView, args: ConnectionArgs) =>
    new Connection(refundTransactionsOf(refund, order), args, ({ id }) => ({ id, value: id })),
} satisfies TypeResolvers;

export const refundLineItemResolvers = {
  id: ({ id }: RefundLineView) => `gid://shopify/RefundLineItem/${id}`,
  quantity: ({ line }: RefundLineView) => line.quantity,
  restockType: ({ line }: RefundLineView) => line.restockType ?? "RETURN",
  restocked: ({ line }: RefundLineView) => line.restockType !== "NO_RESTOCK",
  location: () => null,
  lineItem: ({ line, order }: RefundLineView) => lineItemViewsOf(order)[line.lineItemIndex],
  priceSet: ({ line, order }: RefundLineView, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, order, shareOf(line.subtotalMinor, 1, line.quantity)),
  subtotalSet: ({ line, order }: RefundLineView, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, order, line.subtotalMinor),
  totalTaxSet: ({ line, order }: RefundLineView, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, order, line.taxMinor ?? 0),
} satisfies TypeResolvers;
