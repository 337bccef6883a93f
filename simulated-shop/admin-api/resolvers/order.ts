import { gidOf } from "../../world/gid.ts";
import { orderNumberOf } from "../../world/add-order.ts";
import { canBeMarkedAsPaid } from "../../world/mark-order-as-paid.ts";
import { totalRefundedMinorOf, type Order } from "../../world/order.ts";
import {
  currentSubtotalMinorOf,
  currentTaxMinorOf,
  currentTotalMinorOf,
  outstandingMinorOf,
  refundedShippingMinorOf,
} from "../../world/order-amounts.ts";
import { currentQuantityOf, removedQuantityOf } from "../../world/order-quantities.ts";
import {
  capturableMinorOf,
  netPaymentMinorOf,
  paymentsOf,
  receivedMinorOf,
} from "../../world/payment.ts";
import { presentmentOf } from "../../world/presentment.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { journeyOf } from "./customer-journey.ts";
import { discountApplicationViews } from "./discount-application.ts";
import { lineItemViewsOf } from "./line-item.ts";
import { addressOfOrder } from "./mailing-address.ts";
import { metafieldOwnerFields } from "./metafield.ts";
import { moneyBag } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { transactionsOf } from "./order-transaction.ts";
import { refundViewOf } from "./refund.ts";
import { dateTimeText, optionalDateTimeText } from "./scalar-text.ts";
import { shippingLineView } from "./shipping-line.ts";

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
  cancellation: ({ cancelledAtMs, rare }: Order) =>
    cancelledAtMs === null ? null : { staffNote: rare?.cancelNote ?? null },
  closed: ({ rare }: Order) => rare?.closedAtMs != null,
  closedAt: ({ rare }: Order) => optionalDateTimeText(rare?.closedAtMs ?? null),
  edited: ({ rare }: Order) => rare?.isEdited === true,
  phone: ({ rare }: Order) => rare?.phone ?? null,
  poNumber: ({ rare }: Order) => rare?.poNumber ?? null,
  customAttributes: ({ rare }: Order) => rare?.customAttributes ?? [],
  taxesIncluded: ({ rare }: Order) => rare?.isTaxAdded !== true,
  displayFinancialStatus: ({ financialStatus, rare }: Order) =>
    rare?.hasNoFinancialStatus === true ? null : financialStatus.toUpperCase(),
  fullyPaid: (order: Order) => outstandingMinorOf(order) === 0 && receivedMinorOf(order) > 0,
  unpaid: (order: Order) => receivedMinorOf(order) === 0,
  canMarkAsPaid: canBeMarkedAsPaid,
  capturable: (order: Order) => capturableMinorOf(order) > 0,
  refundable: (order: Order) => netPaymentMinorOf(order) > 0,
  paymentGatewayNames: (order: Order) => [
    ...new Set(paymentsOf(order).map(({ gateway }) => gateway)),
  ],
  transactions: (order: Order, { first }: { first?: number | null }) =>
    transactionsOf(order).slice(0, first ?? undefined),
  discountApplications: (order: Order, args: ConnectionArgs, { shop }: RequestContext) =>
    new Connection(discountApplicationViews(shop.world, order), args, ({ index }) => ({
      id: index,
      value: index,
    })),
  subtotalLineItemsQuantity: ({ lineItems }: Order) =>
    lineItems.reduce((sum, { quantity }) => sum + quantity, 0),
  currentSubtotalLineItemsQuantity: (order: Order) =>
    order.lineItems.reduce((sum, _line, index) => sum + currentQuantityOf(order, index), 0),
  currencyCode: (_order: Order, _args: unknown, { shop }: RequestContext) =>
    shop.world.shop.currencyCode,
  presentmentCurrencyCode: (order: Order, _args: unknown, { shop }: RequestContext) =>
    presentmentOf(shop.world, order).currencyCode,
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
  currentTotalPriceSet: amount(currentTotalMinorOf),
  currentSubtotalPriceSet: amount(currentSubtotalMinorOf),
  currentTotalTaxSet: amount(currentTaxMinorOf),
  currentTotalDiscountsSet: amount(currentDiscountMinorOf),
  totalOutstandingSet: amount(outstandingMinorOf),
  totalReceivedSet: amount(receivedMinorOf),
  totalCapturableSet: amount(capturableMinorOf),
  netPaymentSet: amount(netPaymentMinorOf),
  currentShippingPriceSet: amount((order) => order.shippingMinor - refundedShippingMinorOf(order)),
  totalRefundedShippingSet: amount(refundedShippingMinorOf),
  shippingLine: (order: Order, _args: unknown, { shop }: RequestContext) =>
    shippingLineView(shop.world, order),
  totalTipReceivedSet: amount(({ rare }) => rare?.tipMinor ?? 0),
  // Null where there are none, and here there never are.
  originalTotalDutiesSet: () => null,
  currentTotalDutiesSet: () => null,
  originalTotalAdditionalFeesSet: () => null,
  currentTotalAdditionalFeesSet: () => null,
  customerJourneySummary: journeyOf,
  shippingAddress: addressOfOrder,
  billingAddress: addressOfOrder,
  billingAddressMatchesShippingAddress: ({ countryCode }: Order) => countryCode !== "",
  // Nothing is shipped, returned or sold to companies here.
  displayFulfillmentStatus: () => "UNFULFILLED",
  fulfillments: () => [],
  returnStatus: () => "NO_RETURN",
  purchasingEntity: ({ customer, rare }: Order) =>
    rare?.companyLocationId === undefined ? customer : purchasingCompanyOf(rare.companyLocationId),
  lineItems: (order: Order, args: ConnectionArgs) =>
    new Connection(lineItemViewsOf(order), args, ({ id }) => ({ id, value: id })),
  refunds: (order: Order, { first }: { first?: number | null }) =>
    order.refunds.slice(0, first ?? undefined).map((refund) => refundViewOf(refund, order)),
} satisfies TypeResolvers;

/** Of a company only the location is known here. */
function purchasingCompanyOf(locationId: number) {
  const location = { __typename: "CompanyLocation", id: gidOf("CompanyLocation", locationId) };
  return { __typename: "PurchasingCompany", location };
}

function amount(minorOf: (order: Order) => number) {
  return (order: Order, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, order, minorOf(order));
}

/** Discounts of the pieces that are left. */
function currentDiscountMinorOf(order: Order): number {
  if (order.cancelledAtMs !== null) return 0;
  const removedMinor = order.lineItems.reduce(
    (sum, line) =>
      sum + Math.round((line.discountMinor * removedQuantityOf(line)) / Math.max(1, line.quantity)),
    0,
  );
  return order.discountMinor - removedMinor;
}
