import { listAbandonedCheckouts } from "../world/abandoned-checkout.ts";
import { emailConsentOf, type Customer } from "../world/customer.ts";
import { amountSpentMinorOf, countedOrdersOf } from "../world/customer-statistics.ts";
import { minorDigitsOf } from "../world/money.ts";
import { RFM_GROUPS, rfmGroupsOf } from "../world/rfm-groups.ts";
import { hasTag } from "../world/tags.ts";
import type { World } from "../world/world.ts";

/** Makes the reader of an attribute in a world; null where this shop holds no such data. */
type ReadIn<Value> = ((world: World) => (customer: Customer) => Value) | null;

/** What kind of value an attribute has, and how to read it. Dates are epoch milliseconds. */
export type SegmentAttribute =
  | { readonly kind: "integer" | "float" | "date"; readonly readIn: ReadIn<number | null> }
  | {
      readonly kind: "string" | "enum";
      /** Values of an enum, spelt exactly; null for any text. */
      readonly accepted: readonly string[] | null;
      readonly readIn: ReadIn<string | null>;
    }
  | {
      readonly kind: "boolean";
      readonly readIn: ReadIn<boolean | null>;
    }
  | {
      readonly kind: "list";
      /** The reader is asked for one text, in lower case where case is ignored; null asks whether there is none. */
      readonly ignoresCase: boolean;
      readonly readIn: ReadIn<(text: string | null) => boolean>;
    };

export const EMAIL_SUBSCRIPTION_STATUSES = [
  "INVALID",
  "NOT_SUBSCRIBED",
  "PENDING",
  "REDACTED",
  "SUBSCRIBED",
  "UNSUBSCRIBED",
] as const;

/** Every plain attribute Shopify's reference lists. What has `readIn: null` is accepted and cannot be evaluated here. */
export const SEGMENT_ATTRIBUTES: Readonly<Record<string, SegmentAttribute>> = {
  abandoned_checkout_date: {
    kind: "date",
    readIn: (world) => {
      const lastMs = new Map<Customer | null, number>();
      for (const { customer, createdAtMs, completedAtMs } of listAbandonedCheckouts(world))
        if (completedAtMs === null)
          lastMs.set(customer, Math.max(createdAtMs, lastMs.get(customer) ?? 0));
      return (customer) => lastMs.get(customer) ?? null;
    },
  },
  amount_spent: {
    kind: "float",
    // In the currency's main unit, as segment queries write amounts.
    readIn: ({ shop }) => {
      const minorPerUnit = 10 ** minorDigitsOf(shop.currencyCode);
      return (customer) => amountSpentMinorOf(customer) / minorPerUnit;
    },
  },
  // This shop sells to no companies: no customer belongs to one.
  companies: { kind: "integer", readIn: () => () => null },
  created_by_app_id: { kind: "integer", readIn: null },
  customer_account_status: {
    kind: "enum",
    accepted: ["DECLINED", "DISABLED", "ENABLED", "INVITED"],
    readIn: () => () => "DISABLED",
  },
  customer_added_date: { kind: "date", readIn: () => (customer) => customer.createdAtMs },
  customer_cities: { kind: "list", ignoresCase: false, readIn: null },
  customer_countries: {
    kind: "list",
    ignoresCase: false,
    readIn:
      () =>
      ({ countryCode }) =>
      (text) =>
        text === null ? countryCode === "" : countryCode === text,
  },
  customer_email_domain: {
    kind: "string",
    accepted: null,
    readIn:
      () =>
      ({ email }) =>
        email.includes("@") ? email.slice(email.lastIndexOf("@") + 1) : null,
  },
  customer_language: {
    kind: "string",
    accepted: null,
    readIn:
      () =>
      ({ rare }) =>
        rare?.locale ?? "en",
  },
  customer_regions: { kind: "list", ignoresCase: false, readIn: null },
  customer_tags: {
    kind: "list",
    ignoresCase: true,
    readIn:
      () =>
      ({ tags }) =>
      (text) =>
        text === null ? tags.length === 0 : hasTag(tags, text),
  },
  email_subscription_status: {
    kind: "enum",
    accepted: EMAIL_SUBSCRIPTION_STATUSES,
    readIn: () => (customer) => (customer.email === "" ? null : emailConsentOf(customer).state),
  },
  first_order_date: { kind: "date", readIn: () => firstOrderMsOf },
  last_order_date: { kind: "date", readIn: () => lastOrderMsOf },
  number_of_orders: { kind: "integer", readIn: () => countedOrdersOf },
  predicted_spend_tier: { kind: "enum", accepted: ["HIGH", "LOW", "MEDIUM"], readIn: null },
  product_subscription_status: {
    kind: "enum",
    accepted: ["ACTIVE", "CANCELLED", "EXPIRED", "FAILED", "NEVER_SUBSCRIBED", "PAUSED"],
    readIn: null,
  },
  rfm_group: {
    kind: "enum",
    accepted: RFM_GROUPS,
    readIn: (world) => {
      const groups = rfmGroupsOf(world);
      return (customer) => groups.get(customer) ?? "PROSPECTS";
    },
  },
  sms_subscription_status: { kind: "enum", accepted: EMAIL_SUBSCRIPTION_STATUSES, readIn: null },
};

/** Orders are kept in the order they were placed; test orders do not count, as in `number_of_orders`. */
function firstOrderMsOf({ orders }: Customer): number | null {
  for (const order of orders) if (!order.test) return order.processedAtMs;
  return null;
}

function lastOrderMsOf({ orders }: Customer): number | null {
  return orders.findLast((order) => !order.test)?.processedAtMs ?? null;
}
