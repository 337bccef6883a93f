import { totalRefundedMinorOf, type Order } from "../../world/order.ts";
import { orderNumberOf } from "../../world/add-order.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { lineItemViewsOf } from "./line-item.ts";
import { metafieldOwnerFields } from "./metafield.ts";
import { moneyBag } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { refundViewOf } from "./refund.ts";
import { dateTimeText, optionalDateTimeText } from "./scalar-text.ts";

export const orderResolvers = {
  ...nodeFields,
  ...metafieldOwnerFields,
  name: ({ name }: Order) => name,
  number: (order: Order) => orderNumberOf(order),
  email: ({ email }: Order) => (email === "" ? null : email),
  customer: ({ customer }: Order) => customer,
  createdAt: ({ createdAtMs }: Order) => dateTimeText(createdAtMs),
  processedAt: ({ processedAtMs }: Order) => dateTimeText(processedAtMs),
  updatedAt: ({ updatedAtMs }: Order) => dateTimeText(updatedAtMs),
  cancelledAt: ({ cancelledAtMs }: Order) => optionalDateTimeText(cancelledAtMs),
  cancelReason: ({ cancelReason }: Order) => cancelReason?.toUpperCase() ?? null,
  test: ({ test }: Order) => test,
  displayFinancialStatus: ({ financialStatus }: Order) => financialStatus.toUpperCase(),
  currencyCode: (_order: Order, _args: unknown, { shop }: RequestContext) =>
    shop.world.shop.currencyCode,
  presentmentCurrencyCode: (_order: Order, _args: unknown, { shop }: RequestContext) =>
    shop.world.shop.currencyCode,
  discountCode: ({ discountCodes }: Order) => discountCodes[0] ?? null,
  discountCodes: ({ discountCodes }: Order) => discountCodes,
  tags: ({ tags }: Order) => tags,
  note: ({ note }: Order) => note,
  sourceName: ({ sourceName }: Order) => sourceName,
  subtotalPriceSet: amount((order) => order.subtotalMinor),
  totalShippingPriceSet: amount((order) => order.shippingMinor),
  totalTaxSet: amount((order) => order.taxMinor),
  totalDiscountsSet: amount((order) => order.discountMinor),
  totalPriceSet: amount((order) => order.totalMinor),
  originalTotalPriceSet: amount((order) => order.totalMinor),
  totalRefundedSet: amount(totalRefundedMinorOf),
  currentTotalPriceSet: amount((order) => order.totalMinor - totalRefundedMinorOf(order)),
  netPaymentSet: amount((order) =>
    hasBeenPaid(order) ? order.totalMinor - totalRefundedMinorOf(order) : 0,
  ),
  lineItems: (order: Order, args: ConnectionArgs) =>
    new Connection(lineItemViewsOf(order), args, ({ id }) => ({ id, value: id })),
  refunds: (order: Order, { first }: { first?: number | null }) =>
    order.refunds.slice(0, first ?? undefined).map((refund) => refundViewOf(refund, order)),
} satisfies TypeResolvers;

function amount(minorOf: (order: Order) => number) {
  return (order: Order, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, minorOf(order));
}

function hasBeenPaid({ financialStatus }: Order): boolean {
  return (
    financialStatus === "paid" ||
    financialStatus === "partially_refunded" ||
    financialStatus === "refunded"
  );
}
