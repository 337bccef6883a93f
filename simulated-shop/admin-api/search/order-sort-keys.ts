import type { Order } from "../../world/order.ts";
import type { CursorKey } from "../connections/cursor.ts";
import { unansweredError } from "../schema/unanswered.ts";

export type OrderSortKey = string;

const VALUE_BY_SORT_KEY: Readonly<Record<string, (order: Order) => string | number>> = {
  ID: ({ id }) => id,
  CREATED_AT: ({ createdAtMs }) => createdAtMs,
  PROCESSED_AT: ({ processedAtMs }) => processedAtMs,
  UPDATED_AT: ({ updatedAtMs }) => updatedAtMs,
  CUSTOMER_NAME: ({ customer }) =>
    customer === null ? "" : `${customer.lastName} ${customer.firstName}`.toLowerCase(),
  ORDER_NUMBER: ({ name }) => Number(/\d+/.exec(name)?.[0] ?? 0),
  TOTAL_PRICE: ({ totalMinor }) => totalMinor,
};

/** Where an order stands under an `OrderSortKeys` value. */
export function orderKeyBy(sortKey: OrderSortKey): (order: Order) => CursorKey {
  const valueOf = VALUE_BY_SORT_KEY[sortKey];
  if (valueOf === undefined) throw unansweredError("OrderSortKeys", sortKey);
  return (order) => ({ id: order.id, value: valueOf(order) });
}
