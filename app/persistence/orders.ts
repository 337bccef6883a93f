import type { Database } from "./database.ts";

/** One order as the ledger keeps it. Amounts are integer minor units of the shop's currency. */
export interface LedgerOrder {
  orderId: bigint;
  /** Null for a guest's order. */
  customerId: bigint | null;
  name: string;
  processedAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  test: boolean;
  totalMinorUnits: bigint;
  refundedMinorUnits: bigint;
}

/**
 * Writes orders unless the ledger holds a newer answer. Repeating it changes nothing.
 * Returns the customers whose history changed, the former owner of a reassigned order included.
 */
export async function saveOrders(
  db: Database,
  shop: string,
  orders: readonly LedgerOrder[],
): Promise<bigint[]> {
  if (orders.length === 0) return [];
  const rows = await db.$queryRaw<{ customer_id: bigint }[]>`
    WITH incoming AS (
      SELECT * FROM unnest(
        ${orders.map((o) => o.orderId)}::bigint[],
        ${orders.map((o) => o.customerId)}::bigint[],
        ${orders.map((o) => o.name)}::text[],
        ${orders.map((o) => o.processedAt)}::timestamptz[],
        ${orders.map((o) => o.updatedAt)}::timestamptz[],
        ${orders.map((o) => o.cancelledAt)}::timestamptz[],
        ${orders.map((o) => o.test)}::boolean[],
        ${orders.map((o) => o.totalMinorUnits)}::bigint[],
        ${orders.map((o) => o.refundedMinorUnits)}::bigint[]
      ) AS i (order_id, customer_id, name, processed_at, updated_at, cancelled_at, test, total, refunded)
    ), former AS (
      SELECT o.order_id, o.customer_id FROM orders o JOIN incoming USING (order_id) WHERE o.shop = ${shop}
    ), written AS (
      INSERT INTO orders AS held (shop, order_id, customer_id, name, processed_at, updated_at, cancelled_at,
                                  test, total_minor_units, refunded_minor_units)
      SELECT ${shop}, i.* FROM incoming i
      ON CONFLICT (shop, order_id) DO UPDATE SET
        customer_id = excluded.customer_id, name = excluded.name, processed_at = excluded.processed_at,
        updated_at = excluded.updated_at, cancelled_at = excluded.cancelled_at, test = excluded.test,
        total_minor_units = excluded.total_minor_units,
        refunded_minor_units = excluded.refunded_minor_units
      WHERE held.updated_at <= excluded.updated_at AND held IS DISTINCT FROM excluded
      RETURNING order_id, customer_id
    )
    SELECT customer_id FROM written WHERE customer_id IS NOT NULL
    UNION
    SELECT former.customer_id FROM former JOIN written USING (order_id) WHERE former.customer_id IS NOT NULL`;
  return rows.map((row) => row.customer_id);
}

/** Removes orders Shopify no longer has. Returns the customers who lost one. */
export async function deleteOrders(
  db: Database,
  shop: string,
  orderIds: readonly bigint[],
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customer_id: bigint | null }[]>`
    DELETE FROM orders WHERE shop = ${shop} AND order_id = ANY(${orderIds}::bigint[]) RETURNING customer_id`;
  return rows.flatMap((row) => (row.customer_id === null ? [] : [row.customer_id]));
}

/** Whose orders, in time order within a customer: what scoring reads. Null = everybody's but guests'. */
export async function readHistories(
  db: Database,
  shop: string,
  customerIds: readonly bigint[] | null,
): Promise<LedgerOrder[]> {
  return db.$queryRaw<LedgerOrder[]>`
    SELECT order_id AS "orderId", customer_id AS "customerId", name, processed_at AS "processedAt",
           updated_at AS "updatedAt", cancelled_at AS "cancelledAt", test,
           total_minor_units AS "totalMinorUnits", refunded_minor_units AS "refundedMinorUnits"
    FROM orders
    WHERE shop = ${shop} AND customer_id IS NOT NULL
      AND (${customerIds === null} OR customer_id = ANY(${customerIds ?? []}::bigint[]))
    ORDER BY customer_id, processed_at, order_id`;
}

export async function countLedgerOrders(db: Database, shop: string): Promise<number> {
  return db.order.count({ where: { shop } });
}
