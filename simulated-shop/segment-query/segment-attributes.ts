import type { Customer } from "../world/customer.ts";
import { amountSpentMinorOf, countedOrdersOf } from "../world/customer-statistics.ts";
import { minorDigitsOf } from "../world/money.ts";
import { hasTag } from "../world/tags.ts";

/** What an attribute is worth for a customer; amounts in the currency's main unit, as segment queries write them. */
export type SegmentAttribute =
  | {
      readonly kind: "number";
      readonly valueOf: (customer: Customer, currencyCode: string) => number;
    }
  | {
      readonly kind: "list";
      readonly contains: (customer: Customer, lowerCaseText: string) => boolean;
      readonly isEmpty: (customer: Customer) => boolean;
    }
  | { readonly kind: "enum"; readonly valueOf: (customer: Customer) => string };

/** Attributes this shop evaluates. */
export const SEGMENT_ATTRIBUTES: Readonly<Record<string, SegmentAttribute>> = {
  customer_tags: {
    kind: "list",
    contains: (customer, text) => hasTag(customer.tags, text),
    isEmpty: ({ tags }) => tags.length === 0,
  },
  customer_countries: {
    kind: "list",
    contains: ({ countryCode }, text) => countryCode.toLowerCase() === text,
    isEmpty: ({ countryCode }) => countryCode === "",
  },
  number_of_orders: { kind: "number", valueOf: countedOrdersOf },
  amount_spent: {
    kind: "number",
    valueOf: (customer, currencyCode) =>
      amountSpentMinorOf(customer) / 10 ** minorDigitsOf(currencyCode),
  },
  email_subscription_status: {
    kind: "enum",
    valueOf: ({ acceptsMarketing }) => (acceptsMarketing ? "SUBSCRIBED" : "NOT_SUBSCRIBED"),
  },
};

/** Attributes Shopify knows (SHOPIFY-FACTS §2.3) and this shop does not evaluate yet: using one fails loudly. */
export const UNANSWERED_SEGMENT_ATTRIBUTES: ReadonlySet<string> = new Set([
  "abandoned_checkout_date",
  "companies",
  "created_by_app_id",
  "customer_account_status",
  "customer_added_date",
  "customer_cities",
  "customer_email_domain",
  "customer_language",
  "customer_regions",
  "first_order_date",
  "last_order_date",
  "orders_placed",
  "predicted_spend_tier",
  "product_subscription_status",
  "products_purchased",
  "rfm_group",
  "sms_subscription_status",
  "store_credit_accounts",
]);
