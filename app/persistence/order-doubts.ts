import type { Database, Transaction } from "./database.ts";
import { lockLedgerForWriting } from "./shop-lock.ts";

export interface DoubtedOrder {
  orderId: bigint;
  /** Text of the moment it was doubted: exact, where a Date would lose microseconds. */
  doubtedAt: string;
}

/** Orders of which the ledger is not sure, the oldest doubt first. */
export async function readDoubtedOrders(
  db: Database,
  shop: string,
  most: number,
): Promise<DoubtedOrder[]> {
  return db.$queryRaw<DoubtedOrder[]>`
    SELECT order_id AS "orderId", doubted_at::text AS "doubtedAt" FROM orders
    WHERE shop = ${shop} AND doubted_at IS NOT NULL ORDER BY doubted_at LIMIT ${most}`;
}

export async function hasDoubtedOrders(db: Database, shop: string): Promise<boolean> {
  return (await readDoubtedOrders(db, shop, 1)).length > 0;
}

/** Doubts every order the ledger gives to this customer. Returns how many those are. */
export async function doubtOrdersOf(
  tx: Transaction,
  shop: string,
  customerId: bigint,
): Promise<number> {
  await lockLedgerForWriting(tx, shop);
  return tx.$executeRaw`
    UPDATE orders SET doubted_at = clock_timestamp() WHERE shop = ${shop} AND customer_id = ${customerId}`;
}

/**
 * Takes back just these doubts, and holds the orders until the transaction ends. Returns those of them that nobody has
 * doubted anew since: only for them is an answer asked for meanwhile the latest.
 */
export async function takeBackDoubts(
  tx: Transaction,
  shop: string,
  doubts: readonly DoubtedOrder[],
): Promise<Set<bigint>> {
  await lockLedgerForWriting(tx, shop);
  const rows = await tx.$queryRaw<{ order_id: bigint }[]>`
    UPDATE orders o SET doubted_at = NULL
    FROM unnest(${doubts.map((d) => d.orderId)}::bigint[], ${doubts.map((d) => d.doubtedAt)}::text[]) AS seen (id, at)
    WHERE o.shop = ${shop} AND o.order_id = seen.id AND o.doubted_at = seen.at::timestamptz
    RETURNING o.order_id`;
  return new Set(rows.map((row) => row.order_id));
}
