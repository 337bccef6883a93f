import type { Order } from "../../world/order.ts";
import { hasTag } from "../../world/tags.ts";
import { byFlag, byId, byMoment, byText, type SearchFilters } from "./search-filter.ts";

/** `orders(query:)` filters this shop answers (SHOPIFY-FACTS §2.6). */
export const orderFilters: SearchFilters<Order> = {
  byField: {
    id: byId(({ id }) => id),
    name: byText(({ name }) => name),
    email: byText(({ email }) => email),
    customer_id: byId(({ customer }) => customer?.id ?? null),
    created_at: byMoment("created_at", ({ createdAtMs }) => createdAtMs),
    processed_at: byMoment("processed_at", ({ processedAtMs }) => processedAtMs),
    updated_at: byMoment("updated_at", ({ updatedAtMs }) => updatedAtMs),
    financial_status: byText(({ financialStatus }) => financialStatus),
    test: byFlag(({ test }) => test),
    discount_code: (value) => (order) =>
      order.discountCodes.some((code) => code.toLowerCase() === value.toLowerCase()),
    tag: (value) => (order) => hasTag(order.tags, value.toLowerCase()),
    tag_not: (value) => (order) => !hasTag(order.tags, value.toLowerCase()),
    status: (value) => {
      if (value === "any") return () => true;
      if (value === "cancelled") return ({ cancelledAtMs }) => cancelledAtMs !== null;
      if (value === "not_closed" || value === "open")
        return ({ cancelledAtMs }) => cancelledAtMs === null;
      return undefined;
    },
  },
  freeText: (word) => (order) =>
    order.name.toLowerCase().includes(word) || order.email.toLowerCase().includes(word),
};
