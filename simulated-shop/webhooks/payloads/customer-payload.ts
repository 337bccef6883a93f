import type { Customer } from "../../world/customer.ts";
import { gidOf } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import { emailConsentFields } from "./customer-change-payloads.ts";
import { formatShopTime } from "./shop-time.ts";

/** A customer as customers/create, customers/update and an order's `customer` carry it: without tags or statistics. */
export function customerPayload(
  customer: Customer,
  { shop }: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  return {
    id: customer.id,
    admin_graphql_api_id: gidOf("Customer", customer.id),
    created_at: formatShopTime(customer.createdAtMs, shop.timeZone),
    updated_at: formatShopTime(customer.updatedAtMs, shop.timeZone),
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email === "" ? null : customer.email,
    phone: customer.rare?.phone ?? null,
    state: "disabled",
    note: customer.note,
    currency: shop.currencyCode,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: customer.rare?.taxExempt ?? false,
    tax_exemptions: [],
    email_marketing_consent: emailConsentFields(customer, { shop }),
    sms_marketing_consent: null,
  };
}

/** customer.tags_added and customer.tags_removed. */
export function customerTagsPayload(
  customer: Customer,
  tags: readonly string[],
  occurredAt: Date,
): Readonly<Record<string, unknown>> {
  return { customerId: gidOf("Customer", customer.id), tags, occurredAt: occurredAt.toISOString() };
}
