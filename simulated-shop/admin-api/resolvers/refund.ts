import type { Order, Refund } from "../../world/order.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { moneyBag } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText } from "./scalar-text.ts";

/** A refund with its order; the world keeps refunds inside orders. */
export type RefundView = {
  readonly gidType: "Refund";
  readonly id: number;
  readonly refund: Refund;
  readonly order: Order;
};

export function refundViewOf(refund: Refund, order: Order): RefundView {
  return { gidType: "Refund", id: refund.id, refund, order };
}

export const refundResolvers = {
  ...nodeFields,
  order: ({ order }: RefundView) => order,
  note: ({ refund }: RefundView) => refund.note,
  createdAt: ({ refund }: RefundView) => dateTimeText(refund.createdAtMs),
  processedAt: ({ refund }: RefundView) => dateTimeText(refund.createdAtMs),
  updatedAt: ({ refund }: RefundView) => dateTimeText(refund.createdAtMs),
  totalRefundedSet: ({ refund }: RefundView, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, refund.amountMinor),
} satisfies TypeResolvers;
