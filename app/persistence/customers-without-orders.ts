import type { Database } from "./database.ts";

/**
 * Customers beyond `after` whom we remember something of, and who have no order in the ledger, by number: none of
 * theirs counts any more, so this looks at the few who are not ranked.
 */
export async function listCustomersWithoutOrders(
  db: Database,
  shop: string,
  after: bigint,
  most: number,
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customer_id: bigint }[]>`
    SELECT k.customer_id FROM (
      SELECT customer_id FROM standing WHERE shop = ${shop} AND customer_id > ${after} AND tier_key IS NULL
      UNION SELECT customer_id FROM publication WHERE shop = ${shop} AND customer_id > ${after}
      UNION SELECT customer_id FROM dirty_customer WHERE shop = ${shop} AND customer_id > ${after}
    ) AS k
    WHERE NOT EXISTS (SELECT FROM orders o WHERE o.shop = ${shop} AND o.customer_id = k.customer_id)
    ORDER BY k.customer_id LIMIT ${most}`;
  return rows.map((row) => row.customer_id);
}
