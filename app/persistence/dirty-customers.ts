import type { Database, Transaction } from "./database.ts";

export interface DirtyMark {
  customerId: bigint;
  /** Text of the mark's time: exact, where a Date would lose microseconds. */
  mark: string;
}

export async function markDirty(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<void> {
  if (customerIds.length === 0) return;
  await db.$executeRaw`
    INSERT INTO dirty_customer (shop, customer_id, marked_at)
    SELECT ${shop}, id, clock_timestamp() FROM unnest(${customerIds}::bigint[]) AS id
    ON CONFLICT (shop, customer_id) DO UPDATE SET marked_at = excluded.marked_at`;
}

/** The marks there are now, oldest first. */
export async function readDirtyMarks(
  tx: Transaction,
  shop: string,
  most: number | null,
): Promise<DirtyMark[]> {
  return tx.$queryRaw<DirtyMark[]>`
    SELECT customer_id AS "customerId", marked_at::text AS mark FROM dirty_customer
    WHERE shop = ${shop} ORDER BY marked_at LIMIT ${most}`;
}

/** Clears just these marks: a customer marked again meanwhile stays dirty. */
export async function clearDirtyMarks(
  tx: Transaction,
  shop: string,
  marks: readonly DirtyMark[],
): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM dirty_customer d
    USING unnest(${marks.map((m) => m.customerId)}::bigint[], ${marks.map((m) => m.mark)}::text[]) AS seen (id, mark)
    WHERE d.shop = ${shop} AND d.customer_id = seen.id AND d.marked_at = seen.mark::timestamptz`;
}

export async function hasDirtyMarks(db: Database, shop: string): Promise<boolean> {
  return (await db.dirtyCustomer.findFirst({ where: { shop }, select: { shop: true } })) !== null;
}
