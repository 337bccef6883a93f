import { currentTotalMinorOf } from "../../world/order-amounts.ts";
import type { Order } from "../../world/order.ts";
import type { CursorKey, CursorStyle } from "../connections/cursor.ts";
import { unansweredError } from "../schema/unanswered.ts";

export type OrderSortKey = string;

const VALUE_BY_SORT_KEY: Readonly<Record<string, (order: Order) => string | number>> = {
  ID: ({ id }) => id,
  /** What matches has equal relevance here: there is no ranking to invent. */
  RELEVANCE: () => 1,
  CREATED_AT: ({ createdAtMs }) => createdAtMs,
  PROCESSED_AT: ({ processedAtMs }) => processedAtMs,
  UPDATED_AT: ({ updatedAtMs }) => updatedAtMs,
  CUSTOMER_NAME: ({ customer }) =>
    customer === null ? "" : `${customer.lastName}, ${customer.firstName}`.toLowerCase(),
  DESTINATION: ({ countryCode }) => countryCode,
  FINANCIAL_STATUS: ({ financialStatus }) => financialStatus,
  FULFILLMENT_STATUS: () => "unfulfilled",
  ORDER_NUMBER: ({ name }) => Number(/\d+/.exec(name)?.[0] ?? 0),
  PO_NUMBER: ({ rare }) => rare?.poNumber ?? "",
  TOTAL_ITEMS_QUANTITY: ({ lineItems }) => lineItems.reduce((sum, line) => sum + line.quantity, 0),
  TOTAL_PRICE: ({ totalMinor }) => totalMinor,
  CURRENT_TOTAL_PRICE: currentTotalMinorOf,
};

/** The moments orders can be sorted by, with the filter on the same moment. */
const MOMENT_BY_SORT_KEY = {
  CREATED_AT: { field: "created_at", momentMsOf: (order: Order) => order.createdAtMs },
  PROCESSED_AT: { field: "processed_at", momentMsOf: (order: Order) => order.processedAtMs },
  UPDATED_AT: { field: "updated_at", momentMsOf: (order: Order) => order.updatedAtMs },
};

/** Where an order stands under an `OrderSortKeys` value. */
export function orderKeyBy(sortKey: OrderSortKey): (order: Order) => CursorKey {
  const valueOf = VALUE_BY_SORT_KEY[sortKey];
  if (valueOf === undefined) throw unansweredError("OrderSortKeys", sortKey);
  return (order) => ({ id: order.id, value: valueOf(order) });
}

/** The moment a sort key is about, and the filter on it; null for the others. */
export function orderMomentOf(
  sortKey: OrderSortKey,
): { readonly field: string; readonly momentMsOf: (order: Order) => number } | null {
  return isMomentKey(sortKey) ? MOMENT_BY_SORT_KEY[sortKey] : null;
}

function isMomentKey(sortKey: string): sortKey is keyof typeof MOMENT_BY_SORT_KEY {
  return Object.hasOwn(MOMENT_BY_SORT_KEY, sortKey);
}

/** A search writes moments as milliseconds, a plain list as the database prints them (seen in real cursors). */
export function cursorStyleOf(sortKey: string, isSearch: boolean): CursorStyle {
  if (sortKey === "ID") return "id";
  return sortKey.endsWith("_AT") && !isSearch ? "moment" : "plain";
}
