/** Whom the next publication looks at, so that a few customers' changes need no look at everybody. */
import type { Database } from "./database.ts";

export interface PublicationMark {
  customerId: bigint;
  /** Text of the mark's time: exact, where a Date would lose microseconds. */
  mark: string;
}

/** Leaves out whoever has no standing, as the publication would. */
export async function markForPublication(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO publication_mark (shop, customer_id, marked_at)
    SELECT shop, customer_id, clock_timestamp() FROM standing
    WHERE shop = ${shop} AND customer_id = ANY(${customerIds}::bigint[]) FOR KEY SHARE
    ON CONFLICT (shop, customer_id) DO UPDATE SET marked_at = excluded.marked_at`;
}

export async function listPublicationMarks(db: Database, shop: string): Promise<PublicationMark[]> {
  return db.$queryRaw<PublicationMark[]>`
    SELECT customer_id AS "customerId", marked_at::text AS mark FROM publication_mark
    WHERE shop = ${shop}`;
}

/** Clears just these marks: whoever was marked again meanwhile is looked at again. */
export async function clearPublicationMarks(
  db: Database,
  shop: string,
  marks: readonly PublicationMark[],
): Promise<void> {
  if (marks.length === 0) return;
  await db.$executeRaw`
    DELETE FROM publication_mark p
    USING unnest(${marks.map((m) => m.customerId)}::bigint[], ${marks.map((m) => m.mark)}::text[]) AS seen (id, mark)
    WHERE p.shop = ${shop} AND p.customer_id = seen.id AND p.marked_at = seen.mark::timestamptz`;
}
