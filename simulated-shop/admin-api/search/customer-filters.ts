import { amountSpentMinorOf, countedOrdersOf } from "../../world/customer-statistics.ts";
import { displayNameOf, type Customer } from "../../world/customer.ts";
import { minorDigitsOf } from "../../world/money.ts";
import { hasTag } from "../../world/tags.ts";
import type { World } from "../../world/world.ts";
import { countryNameOf } from "./country-names.ts";
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

/** `customers(query:)` filters, as the schema lists them. */
export function customerFilters({ shop }: World): SearchFilters<Customer> {
  const minorPerUnit = 10 ** minorDigitsOf(shop.currencyCode);
  return {
    byField: {
      id: byId(({ id }) => id),
      email: byText(({ email }) => email),
      first_name: byText(({ firstName }) => firstName),
      last_name: byText(({ lastName }) => lastName),
      phone: byText(({ rare }) => rare?.phone ?? ""),
      country: byCountry,
      state: byChoice(["enabled", "invited", "disabled", "declined"], () => "disabled"),
      tag: byTag,
      tag_not: (value, comparator, scope) => {
        const has = byTag(value, comparator, scope);
        return has && ((customer) => !has(customer));
      },
      orders_count: byNumber(countedOrdersOf),
      total_spent: byNumber((customer) => amountSpentMinorOf(customer) / minorPerUnit),
      accepts_marketing: byFlag(({ acceptsMarketing }) => acceptsMarketing),
      customer_date: byMoment("customer_date", ({ createdAtMs }) => createdAtMs),
      updated_at: byMoment("updated_at", ({ updatedAtMs }) => updatedAtMs),
      order_date: byMoment("order_date", ({ orders }) =>
        orders.map(({ processedAtMs }) => processedAtMs),
      ),
    },
    freeText: (word) => (customer) =>
      matchesWord(word, [displayNameOf(customer), customer.email, customer.rare?.phone ?? ""]),
    unanswered: new Set(["last_abandoned_order_date"]),
  };
}

/** `customersCount(query:)` knows only these, and no words without a field (seen in real traffic). */
export const customerCountFilters: SearchFilters<Customer> = {
  byField: {
    id: byId(({ id }) => id),
    created_at: byMoment("created_at", ({ createdAtMs }) => createdAtMs),
    updated_at: byMoment("updated_at", ({ updatedAtMs }) => updatedAtMs),
  },
};

/** Any of several tags with commas between; `*` for any tag at all. */
export const byTag: FilterMaker<{ readonly tags: readonly string[] }> = (value) => {
  const wanted = value
    .toLowerCase()
    .split(",")
    .map((tag) => tag.trim());
  if (wanted.includes("*")) return ({ tags }) => tags.length > 0;
  return ({ tags }) => wanted.some((tag) => hasTag(tags, tag));
};

/** By name or two-letter code. */
const byCountry: FilterMaker<Customer> = (value) => {
  const wanted = value.toLowerCase();
  return ({ countryCode }) =>
    countryCode.toLowerCase() === wanted || countryNameOf(countryCode).toLowerCase() === wanted;
};
