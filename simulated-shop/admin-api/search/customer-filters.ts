import type { Customer } from "../../world/customer.ts";
import { displayNameOf } from "../../world/customer.ts";
import { countedOrdersOf } from "../../world/customer-statistics.ts";
import { hasTag } from "../../world/tags.ts";
import { byFlag, byId, byMoment, byNumber, byText, type SearchFilters } from "./search-filter.ts";

/** `customers(query:)` filters this shop answers. */
export const customerFilters: SearchFilters<Customer> = {
  byField: {
    id: byId(({ id }) => id),
    email: byText(({ email }) => email),
    first_name: byText(({ firstName }) => firstName),
    last_name: byText(({ lastName }) => lastName),
    country: byText(({ countryCode }) => countryCode),
    tag: (value) => (customer) => hasTag(customer.tags, value.toLowerCase()),
    tag_not: (value) => (customer) => !hasTag(customer.tags, value.toLowerCase()),
    orders_count: byNumber(countedOrdersOf),
    accepts_marketing: byFlag(({ acceptsMarketing }) => acceptsMarketing),
    customer_date: byMoment("customer_date", ({ createdAtMs }) => createdAtMs),
    updated_at: byMoment("updated_at", ({ updatedAtMs }) => updatedAtMs),
    order_date: byMoment("order_date", ({ orders }) => orders.at(-1)?.processedAtMs ?? null),
  },
  freeText: (word) => (customer) =>
    displayNameOf(customer).toLowerCase().includes(word) ||
    customer.email.toLowerCase().includes(word),
};
