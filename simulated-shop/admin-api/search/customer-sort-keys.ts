import type { Customer } from "../../world/customer.ts";
import type { CursorKey } from "../connections/cursor.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { countryNameOf } from "./country-names.ts";

const VALUE_BY_SORT_KEY: Readonly<Record<string, (customer: Customer) => string | number>> = {
  ID: ({ id }) => id,
  /** What matches has equal relevance here: there is no ranking to invent. */
  RELEVANCE: () => 1,
  CREATED_AT: ({ createdAtMs }) => createdAtMs,
  UPDATED_AT: ({ updatedAtMs }) => updatedAtMs,
  NAME: ({ lastName, firstName }) => `${lastName}, ${firstName}`.toLowerCase(),
  /** Country, province and city at Shopify; this shop knows countries. */
  LOCATION: ({ countryCode }) => countryNameOf(countryCode).toLowerCase(),
};

/** Where a customer stands under a `CustomerSortKeys` value. */
export function customerKeyBy(sortKey: string): (customer: Customer) => CursorKey {
  const valueOf = VALUE_BY_SORT_KEY[sortKey];
  if (valueOf === undefined) throw unansweredError("CustomerSortKeys", sortKey);
  return (customer) => ({ id: customer.id, value: valueOf(customer) });
}

/** The moment a sort key is about, and the filter on it; null for the others. */
export function customerMomentOf(
  sortKey: string,
): { readonly field: string; readonly momentMsOf: (customer: Customer) => number } | null {
  if (sortKey === "UPDATED_AT")
    return { field: "updated_at", momentMsOf: ({ updatedAtMs }) => updatedAtMs };
  return sortKey === "CREATED_AT"
    ? { field: "customer_date", momentMsOf: ({ createdAtMs }) => createdAtMs }
    : null;
}
