import { gidOf } from "../../world/gid.ts";
import { formatPadded } from "../../world/money.ts";
import type { Order } from "../../world/order.ts";
import {
  currentSubtotalMinorOf,
  currentTaxMinorOf,
  currentTotalMinorOf,
  outstandingMinorOf,
} from "../../world/order-amounts.ts";
import { paymentsOf } from "../../world/payment.ts";
import { presentmentOf } from "../../world/presentment.ts";
import type { World } from "../../world/world.ts";
import { customerPayload } from "./customer-payload.ts";
import { discountFields } from "./order-discount-payload.ts";
import { shippingLinesOf, taxLinesOf } from "./order-shipping-payload.ts";
import { lineItemPayload } from "./line-item-payload.ts";
import { moneySetOf, type MoneySet } from "./money-set.ts";
import { refundPayload } from "./refund-payload.ts";
import { taxLinePayload } from "./tax-line-payload.ts";
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
    closed_at:
      order.rare?.closedAtMs == null ? null : formatShopTime(order.rare.closedAtMs, timeZone),
    confirmed: true,
    test: order.test,
    email: order.email,
    contact_email: order.email === "" ? null : order.email,
    phone: order.rare?.phone ?? null,
    po_number: order.rare?.poNumber ?? null,
    buyer_accepts_marketing: order.customer?.acceptsMarketing ?? false,
    currency: currencyCode,
    presentment_currency: presentmentOf(world, order).currencyCode,
    payment_gateway_names: [...new Set(paymentsOf(order).map(({ gateway }) => gateway))],
    financial_status: order.financialStatus,
    fulfillment_status: null,
    source_name: order.sourceName,
    tags: order.tags.join(", "),
    note: order.note,
    note_attributes: (order.rare?.customAttributes ?? []).map(({ key, value }) => ({
      name: key,
      value,
    })),
    taxes_included: order.rare?.isTaxAdded !== true,
    ...amountsOf(order, world),
    ...discountFields(order, world),
    tax_lines: taxLinesOf(order).map((line) => taxLinePayload(line, order, world)),
    shipping_lines: shippingLinesOf(order, world),
    fulfillments: [],
    shipping_address: { country_code: order.countryCode === "" ? countryCode : order.countryCode },
    line_items: order.lineItems.map((item, index) => lineItemPayload(order, item, index, world)),
    refunds: order.refunds.map((refund) => refundPayload(refund, order, world)),
    customer: order.customer === null ? null : customerPayload(order.customer, world),
  };
}

/** The sums: `total_…` is what was bought, `current_…` what edits, returns and refunds have left of it. */
function amountsOf(
  order: Order,
  world: Pick<World, "shop">,
): Readonly<Record<string, string | MoneySet>> {
  const currency = world.shop.currencyCode;
  const amountsMinor = {
    total_price: order.totalMinor,
    subtotal_price: order.subtotalMinor,
    total_discounts: order.discountMinor,
    total_tax: order.taxMinor,
    total_line_items_price: order.lineItems.reduce(
      (sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor,
      0,
    ),
    current_total_price: currentTotalMinorOf(order),
    current_subtotal_price: currentSubtotalMinorOf(order),
    current_total_discounts: order.discountMinor,
    current_total_tax: currentTaxMinorOf(order),
  };
  const amounts: Record<string, string | MoneySet> = {};
  for (const [name, amountMinor] of Object.entries(amountsMinor)) {
    amounts[name] = formatPadded(amountMinor, currency);
    amounts[`${name}_set`] = moneySetOf(amountMinor, order, world);
  }
  return {
    ...amounts,
    total_shipping_price_set: moneySetOf(order.shippingMinor, order, world),
    total_outstanding: formatPadded(outstandingMinorOf(order), currency),
  };
}
