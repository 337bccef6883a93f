import { emailConsentOf, type Customer } from "../../world/customer.ts";
import { amountSpentMinorOf, countedOrdersOf } from "../../world/customer-statistics.ts";
import type { WorldEventOf } from "../../world/events.ts";
import { gidOf } from "../../world/gid.ts";
import { formatDecimal } from "../../world/money.ts";
import type { World } from "../../world/world.ts";
import { formatShopTime } from "./shop-time.ts";

type Payload = Readonly<Record<string, unknown>>;

/** customers/merge: which customer stayed, which is gone. */
export function mergePayload({ kept, deletedId, job }: WorldEventOf<"customers-merged">): Payload {
  return {
    admin_graphql_api_customer_kept_id: gidOf("Customer", kept.id),
    admin_graphql_api_customer_deleted_id: gidOf("Customer", deletedId),
    admin_graphql_api_job_id: `gid://shopify/Job/${job.uuid}`,
    status: "success",
    errors: [],
  };
}

/** customers/purchasing_summary: the numbers customers/update no longer carries. */
export function purchasingSummaryPayload(
  customer: Customer,
  { shop, clock }: Pick<World, "shop" | "clock">,
): Payload {
  const last = customer.orders.at(-1);
  return {
    customerId: gidOf("Customer", customer.id),
    numberOfOrders: String(countedOrdersOf(customer)),
    amountSpent: {
      amount: formatDecimal(amountSpentMinorOf(customer), shop.currencyCode),
      currencyCode: shop.currencyCode,
    },
    lastOrderId: last === undefined ? null : gidOf("Order", last.id),
    occurredAt: clock.now().toISOString(),
  };
}

/** customers_email_marketing_consent/update. */
export function emailConsentPayload(customer: Customer, world: Pick<World, "shop">): Payload {
  return {
    customer_id: customer.id,
    email_address: customer.email,
    email_marketing_consent: emailConsentFields(customer, world),
  };
}

/** `email_marketing_consent`, here and in the customer's own payload. */
export function emailConsentFields(customer: Customer, { shop }: Pick<World, "shop">): Payload {
  const { state, optInLevel, updatedAtMs } = emailConsentOf(customer);
  return {
    state: state.toLowerCase(),
    opt_in_level: optInLevel.toLowerCase(),
    consent_updated_at: updatedAtMs === null ? null : formatShopTime(updatedAtMs, shop.timeZone),
  };
}
