import { gidOf } from "../../world/gid.ts";
import { formatPadded } from "../../world/money.ts";
import { totalRefundedMinorOf, type Order } from "../../world/order.ts";
import type { World } from "../../world/world.ts";
import { customerPayload } from "./customer-payload.ts";
import { lineItemPayload } from "./line-item-payload.ts";
import { moneySetOf, type MoneySet } from "./money-set.ts";
import { refundPayload } from "./refund-payload.ts";
import { formatShopTime } from "./shop-time.ts";

/** The REST order of orders/create, orders/updated, orders/paid and orders/cancelled. */
export function orderPayload(
  order: Order,
  world: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  const { currencyCode, timeZone, countryCode } = world.shop;
  const number = Number(/\d+/.exec(order.name)?.[0] ?? 0);
  return {
    id: order.id,
    admin_graphql_api_id: gidOf("Order", order.id),
    name: order.name,
    order_number: number,
    number: Math.max(0, number - 1000),
    created_at: formatShopTime(order.createdAtMs, timeZone),
    processed_at: formatShopTime(order.processedAtMs, timeZone),
    updated_at: formatShopTime(order.updatedAtMs, timeZone),
    cancelled_at:
      order.cancelledAtMs === null ? null : formatShopTime(order.cancelledAtMs, timeZone),
    cancel_reason: order.cancelReason,
    closed_at: null,
    confirmed: true,
    test: order.test,
    email: order.email,
    contact_email: order.email === "" ? null : order.email,
    phone: null,
    buyer_accepts_marketing: order.customer?.acceptsMarketing ?? false,
    currency: currencyCode,
    presentment_currency: currencyCode,
    financial_status: order.financialStatus,
    fulfillment_status: null,
    source_name: order.sourceName,
    tags: order.tags.join(", "),
    note: order.note,
    note_attributes: [],
    taxes_included: true,
    ...amountsOf(order, currencyCode),
    discount_codes: order.discountCodes.map((code) => ({
      code,
      amount: formatPadded(order.discountMinor, currencyCode),
      type: "fixed_amount",
    })),
    discount_applications: [],
    tax_lines: [],
    shipping_lines: [],
    fulfillments: [],
    shipping_address: { country_code: order.countryCode === "" ? countryCode : order.countryCode },
    line_items: order.lineItems.map((item, index) =>
      lineItemPayload(order, item, index, currencyCode),
    ),
    refunds: order.refunds.map((refund) => refundPayload(refund, order, world)),
    customer: order.customer === null ? null : customerPayload(order.customer, world),
  };
}

/**
 * The sums. `total_…` is what was bought; `current_total_price` is that minus goods that were returned. Money given
 * back without a return changes neither, so an app must subtract `refunds[].transactions` itself.
 */
function amountsOf(order: Order, currency: string): Readonly<Record<string, string | MoneySet>> {
  const returnedMinor = order.refunds
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + line.subtotalMinor, 0);
  const amountsMinor = {
    total_price: order.totalMinor,
    subtotal_price: order.subtotalMinor,
    total_discounts: order.discountMinor,
    total_tax: order.taxMinor,
    total_line_items_price: order.subtotalMinor + order.discountMinor,
    current_total_price: order.totalMinor - returnedMinor,
    current_subtotal_price: order.subtotalMinor - returnedMinor,
    current_total_discounts: order.discountMinor,
    current_total_tax: order.taxMinor,
  };
  const amounts: Record<string, string | MoneySet> = {};
  for (const [name, amountMinor] of Object.entries(amountsMinor)) {
    amounts[name] = formatPadded(amountMinor, currency);
    amounts[`${name}_set`] = moneySetOf(amountMinor, currency);
  }
  return {
    ...amounts,
    total_shipping_price_set: moneySetOf(order.shippingMinor, currency),
    total_outstanding: formatPadded(
      order.financialStatus === "pending" ? order.totalMinor - totalRefundedMinorOf(order) : 0,
      currency,
    ),
  };
}
