import type { Customer } from "../../world/customer.ts";
import type { CursorKey } from "../connections/cursor.ts";
import { unansweredError } from "../schema/unanswered.ts";

const VALUE_BY_SORT_KEY: Readonly<Record<string, (customer: Customer) => string | number>> = {
  ID: ({ id }) => id,
  /** What matches has equal relevance here: there is no ranking to invent. */
  RELEVANCE: ({ id }) => id,
  CREATED_AT: ({ createdAtMs }) => createdAtMs,
  UPDATED_AT: ({ updatedAtMs }) => updatedAtMs,
  NAME: ({ lastName, firstName }) => `${lastName}, ${firstName}`.toLowerCase(),
};

/** Where a customer stands under a `CustomerSortKeys` value. */
export function customerKeyBy(sortKey: string): (customer: Customer) => CursorKey {
  const valueOf = VALUE_BY_SORT_KEY[sortKey];
  if (valueOf === undefined) throw unansweredError("CustomerSortKeys", sortKey);
  return (customer) => ({ id: customer.id, value: valueOf(customer) });
}
