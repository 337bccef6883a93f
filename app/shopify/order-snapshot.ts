import { z } from "zod";
import { idOfGid } from "./gid.ts";
import { minorUnitsOf, shopMoney } from "./money.ts";
import type { OrderLineSnapshot } from "./order-line-snapshot.ts";
import { orderPartsNode, partsOf, type OrderPartsSnapshot } from "./order-parts.ts";

/** One order as Shopify holds it now, amounts in minor units of the shop's currency. */
export interface OrderSnapshot {
  orderId: bigint;
  /** Null for a guest's order. */
  customerId: bigint | null;
  /** Of the company that bought it; null for everybody else. */
  companyLocationId: bigint | null;
  name: string;
  processedAt: Date;
  /** Shopify's own stamp, by which an older answer is told from a newer one. */
  updatedAt: Date;
  cancelledAt: Date | null;
  test: boolean;
  currencyCode: string;
  totalMinorUnits: bigint;
  refundedMinorUnits: bigint;
  parts: OrderPartsSnapshot;
  context: OrderContextSnapshot;
}

/** How an order came about. Nothing of it names a person; null is what Shopify does not say. */
export interface OrderContextSnapshot {
  /** Where it was shipped to, two letters. */
  countryCode: string | null;
  /** web, pos, an app's number. */
  channel: string | null;
  firstSource: string | null;
  lastSource: string | null;
  /** Also when it took nothing off the goods. */
  usedDiscount: boolean;
  discountMinorUnits: bigint;
  /** What the customer saw and paid in. */
  presentmentCurrency: string;
  /** shopify_payments, gift_card, …; empty when nothing was paid yet. */
  paymentGateways: string[];
  /** By the name the shop gives it; null when nothing was shipped. */
  shippingMethod: string | null;
}

/** An order with all its lines. */
export type WholeOrderSnapshot = OrderSnapshot & { lines: OrderLineSnapshot[] };

const timestamp = z.iso.datetime({ offset: true });
const visit = z.object({ source: z.string() }).nullable();

/** An order with the fields of `OrderFields` but its lines, as a line of a bulk result or inside an answer. */
export const orderNode = z.object({
  ...orderPartsNode.shape,
  id: z.string(),
  name: z.string(),
  processedAt: timestamp,
  updatedAt: timestamp,
  cancelledAt: timestamp.nullable(),
  test: z.boolean(),
  customer: z.object({ id: z.string() }).nullable(),
  totalPriceSet: z.object({
    shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }),
  }),
  presentmentCurrencyCode: z.string(),
  paymentGatewayNames: z.array(z.string()),
  sourceName: z.string().nullable(),
  discountCodes: z.array(z.string()),
  totalDiscountsSet: shopMoney.nullable(),
  // Not in a bulk result of a shop that withholds them.
  shippingAddress: z.object({ countryCodeV2: z.string().nullable() }).nullish(),
  purchasingEntity: z
    .object({ __typename: z.string(), location: z.object({ id: z.string() }).nullish() })
    .nullish(),
  customerJourneySummary: z.object({ firstVisit: visit, lastVisit: visit }).nullish(),
});

export type OrderNode = z.infer<typeof orderNode>;

export function snapshotOf(order: OrderNode): OrderSnapshot {
  const { amount, currencyCode } = order.totalPriceSet.shopMoney;
  return {
    orderId: idOfGid("Order", order.id),
    customerId: order.customer === null ? null : idOfGid("Customer", order.customer.id),
    companyLocationId: locationOf(order),
    name: order.name,
    processedAt: new Date(order.processedAt),
    updatedAt: new Date(order.updatedAt),
    cancelledAt: order.cancelledAt === null ? null : new Date(order.cancelledAt),
    test: order.test,
    currencyCode,
    totalMinorUnits: minorUnitsOf(amount, currencyCode),
    refundedMinorUnits: minorUnitsOf(order.totalRefundedSet.shopMoney.amount, currencyCode),
    parts: partsOf(order, currencyCode),
    context: contextOf(order, currencyCode),
  };
}

function locationOf({ purchasingEntity }: OrderNode): bigint | null {
  const location = purchasingEntity?.location;
  return location == null ? null : idOfGid("CompanyLocation", location.id);
}

function contextOf(order: OrderNode, currencyCode: string): OrderContextSnapshot {
  const discountMinorUnits = minorUnitsOf(
    order.totalDiscountsSet?.shopMoney.amount ?? "0",
    currencyCode,
  );
  return {
    countryCode: order.shippingAddress?.countryCodeV2 ?? null,
    channel: order.sourceName,
    firstSource: order.customerJourneySummary?.firstVisit?.source ?? null,
    lastSource: order.customerJourneySummary?.lastVisit?.source ?? null,
    usedDiscount: order.discountCodes.length > 0 || discountMinorUnits > 0n,
    discountMinorUnits,
    presentmentCurrency: order.presentmentCurrencyCode,
    paymentGateways: order.paymentGatewayNames,
    shippingMethod: order.shippingLine?.title ?? null,
  };
}
