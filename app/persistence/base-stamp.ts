import type { Database } from "./database.ts";

/** Runs this many back are looked at: clocks of two machines may give a later run the earlier time. */
const runsLookedAt = 20;

/**
 * A text that is another one as soon as a run over the shop would read other orders or other standings than before.
 * Orders change with a mark on their customer, or in an import; whoever takes the mark away, and whoever writes
 * standings, enters a run. Erasures take both away and enter themselves.
 */
export async function readBaseStamp(db: Database, shop: string): Promise<string> {
  const [row] = await db.$queryRaw<{ stamp: string }[]>`
    SELECT concat_ws('|',
      (SELECT md5(string_agg(r.id::text, ',' ORDER BY r.id)) FROM (
         SELECT id FROM run WHERE shop = ${shop} ORDER BY finished_at DESC LIMIT ${runsLookedAt}) r),
      (SELECT count(*) || ' ' || coalesce(sum(hashtextextended(customer_id || ' ' || marked_at, 0)::numeric), 0)
       FROM dirty_customer WHERE shop = ${shop}),
      (SELECT started_at || ' ' || orders_done || ' ' || bytes_done FROM order_import WHERE shop = ${shop}),
      (SELECT count(*) || ' ' || coalesce(max(done_at)::text, '') FROM privacy_request WHERE shop = ${shop})
    ) AS stamp`;
  if (row === undefined) throw new Error("the database said nothing of the base");
  return row.stamp;
}
