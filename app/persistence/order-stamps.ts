import { columnText } from "./array-text.ts";
import type { Database } from "./database.ts";

/** What of an order tells whether the ledger holds it as it is. Amounts in minor units of the shop's currency. */
export interface LedgerStamp {
  orderId: bigint;
  customerId: bigint | null;
  updatedAt: Date;
  cancelledAt: Date | null;
  totalMinorUnits: bigint;
  refundedMinorUnits: bigint;
}

/**
 * Which of these orders the ledger lacks, or holds in an older or another version. An order it holds in a newer one
 * is in order, and so is one it knows deleted, or one of somebody who was forgotten.
 */
export async function findDifferingOrders(
  db: Database,
  shop: string,
  stamps: readonly LedgerStamp[],
): Promise<bigint[]> {
  if (stamps.length === 0) return [];
  const rows = await db.$queryRaw<{ order_id: bigint }[]>`
    SELECT s.order_id FROM unnest(
      ${columnText(stamps, (s) => s.orderId)}::bigint[], ${columnText(stamps, (s) => s.customerId)}::bigint[],
      ${columnText(stamps, (s) => s.updatedAt)}::timestamptz[], ${columnText(stamps, (s) => s.cancelledAt)}::timestamptz[],
      ${columnText(stamps, (s) => s.totalMinorUnits)}::bigint[], ${columnText(stamps, (s) => s.refundedMinorUnits)}::bigint[]
    ) AS s (order_id, customer_id, updated_at, cancelled_at, total, refunded)
    -- One look-up a stamp, however many orders there are: LIMIT keeps the planner from reading them all for each batch.
    LEFT JOIN LATERAL (
      SELECT order_id, customer_id, updated_at, cancelled_at, total_minor_units, refunded_minor_units
      FROM orders WHERE shop = ${shop} AND order_id = s.order_id LIMIT 1
    ) AS o ON true
    WHERE (o.order_id IS NULL OR o.updated_at < s.updated_at OR (o.updated_at = s.updated_at AND
             ((o.cancelled_at, o.total_minor_units, o.refunded_minor_units)
                IS DISTINCT FROM (s.cancelled_at, s.total, s.refunded)
              OR o.customer_id IS DISTINCT FROM s.customer_id AND NOT EXISTS (
                SELECT FROM erased_order e WHERE e.shop = ${shop} AND e.order_id = s.order_id))))
      AND NOT EXISTS (SELECT FROM deleted_order d WHERE d.shop = ${shop} AND d.order_id = s.order_id)`;
  return rows.map((row) => row.order_id);
}

/** Every order of the ledger, by its number, beyond `after`. */
export async function listLedgerOrders(
  db: Database,
  shop: string,
  after: bigint,
  most: number,
): Promise<{ orderId: bigint; processedAt: Date }[]> {
  return db.order.findMany({
    where: { shop, orderId: { gt: after } },
    select: { orderId: true, processedAt: true },
    orderBy: { orderId: "asc" },
    take: most,
  });
}
