import { minorDigitsOf } from "../../world/money.ts";
import { currentTotalMinorOf } from "../../world/order-amounts.ts";
import { FINANCIAL_STATUSES, type Order } from "../../world/order.ts";
import { paymentsOf } from "../../world/payment.ts";
import type { World } from "../../world/world.ts";
import { byTag } from "./customer-filters.ts";
import { matchesWord } from "./match-words.ts";
import {
  byChoice,
  byFlag,
  byId,
  byMoment,
  byNumber,
  byText,
  type FilterMaker,
  type SearchFilters,
} from "./search-filter.ts";

/** `orders(query:)` and `ordersCount(query:)` filters, as the schema lists them. */
export function orderFilters({ shop }: World): SearchFilters<Order> {
  const minorPerUnit = 10 ** minorDigitsOf(shop.currencyCode);
  return {
    byField: {
      id: byId(({ id }) => id),
      name: byName,
      email: byText(({ email }) => email),
      customer_id: byId(({ customer }) => customer?.id ?? null),
      created_at: byMoment("created_at", ({ createdAtMs }) => createdAtMs),
      processed_at: byMoment("processed_at", ({ processedAtMs }) => processedAtMs),
      updated_at: byMoment("updated_at", ({ updatedAtMs }) => updatedAtMs),
      financial_status: byChoice(FINANCIAL_STATUSES, ({ financialStatus }) => financialStatus),
      // Nothing is shipped and nothing returned here: see the README.
      fulfillment_status: withAny(
        byChoice(FULFILLMENT_STATUSES, () => "unfulfilled"),
        "unshipped",
      ),
      return_status: byChoice(RETURN_STATUSES, () => "no_return"),
      status: byStatus,
      test: byFlag(({ test }) => test),
      tag: byTag,
      tag_not: (value, comparator, scope) => {
        const has = byTag(value, comparator, scope);
        return has && ((order) => !has(order));
      },
      discount_code: (value) => (order) =>
        order.discountCodes[0]?.toLowerCase() === value.toLowerCase(),
      source_name: byText(({ sourceName }) => sourceName),
      gateway: (value) => (order) => paymentsOf(order).some(({ gateway }) => gateway === value),
      sku: (value) => (order) =>
        order.lineItems.some(({ product }) => product.sku.toLowerCase() === value.toLowerCase()),
      po_number: byText(({ rare }) => rare?.poNumber ?? ""),
      current_total_price: byNumber((order) => currentTotalMinorOf(order) / minorPerUnit),
      subtotal_line_items_quantity: byNumber(({ lineItems }) =>
        lineItems.reduce((sum, { quantity }) => sum + quantity, 0),
      ),
    },
    freeText: (word) => (order) =>
      matchesWord(word, [
        order.name,
        order.email,
        order.customer === null ? "" : `${order.customer.firstName} ${order.customer.lastName}`,
      ]),
    unanswered: UNANSWERED,
  };
}

const FULFILLMENT_STATUSES = [
  "unshipped",
  "shipped",
  "fulfilled",
  "partial",
  "scheduled",
  "on_hold",
  "unfulfilled",
  "request_declined",
];
const RETURN_STATUSES = [
  "return_requested",
  "in_progress",
  "inspection_complete",
  "returned",
  "return_failed",
  "no_return",
];

/** Listed by Shopify; the shop knows nothing of them. */
const UNANSWERED: ReadonlySet<string> = new Set([
  "cart_token",
  "channel",
  "channel_id",
  "chargeback_status",
  "checkout_token",
  "confirmation_number",
  "credit_card_last4",
  "delivery_method",
  "fraud_protection_level",
  "fulfillment_location_id",
  "location_id",
  "payment_id",
  "payment_provider_id",
  "reference_location_id",
  "risk_level",
  "sales_channel",
  "source_identifier",
  "total_weight",
]);

/** "#1001" is found by that and by "1001". Names are compared as they are first: half a million take a while. */
const byName: FilterMaker<Order> = (value) => {
  const wanted = value.toLowerCase().replace(/^#/, "");
  const withSign = `#${wanted}`;
  const hasLetters = /[a-z]/.test(wanted);
  if (!wanted.endsWith("*"))
    return ({ name }) =>
      name === withSign ||
      (name.length === wanted.length && name.toLowerCase() === wanted) ||
      (hasLetters && name.length === withSign.length && name.toLowerCase() === withSign);
  const prefix = wanted.slice(0, -1);
  return ({ name }) => name.toLowerCase().replace(/^#/, "").startsWith(prefix);
};

/** The places an order can be in; `any` is what apps send to see all of them. */
const byStatus: FilterMaker<Order> = (value) => {
  switch (value.toLowerCase()) {
    case "any":
      return () => true;
    case "cancelled":
      return ({ cancelledAtMs }) => cancelledAtMs !== null;
    case "closed":
      return isClosed;
    case "open":
      return (order) => order.cancelledAtMs === null && !isClosed(order);
    case "not_closed":
      return (order) => !isClosed(order);
    default:
      return undefined;
  }
};

function isClosed({ rare }: Order): boolean {
  return rare?.closedAtMs != null;
}

/** Another word for the choice that all rows have. */
function withAny<Row>(make: FilterMaker<Row>, alias: string): FilterMaker<Row> {
  return (value, comparator, scope) =>
    value.toLowerCase() === alias ? () => true : make(value, comparator, scope);
}
