import type { Database } from "./database.ts";

/**
 * What to offer customers next, by customer: handles of products, what fits best first. What somebody has bought since
 * the list was worked out is left out of it, and so is what no order has told us the handle of.
 */
export async function readNextHandles(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<Map<bigint, string[]>> {
  const rows = await db.$queryRaw<{ customerId: bigint; handles: string[] }[]>`
    SELECT o.customer_id AS "customerId", array_agg(p.handle ORDER BY next.place) AS handles
    FROM outlook o
    CROSS JOIN LATERAL unnest(o.cross_sell) WITH ORDINALITY AS next (id, place)
    JOIN product p ON p.shop = o.shop AND p.handle <> ''
      AND p.product_id = CASE WHEN next.id ~ '^\\d{1,18}$' THEN next.id::bigint END
    WHERE o.shop = ${shop} AND o.customer_id = ANY(${customerIds}::bigint[])
      AND NOT EXISTS (
        SELECT FROM orders r JOIN order_line l ON l.shop = r.shop AND l.order_id = r.order_id
        WHERE r.shop = o.shop AND r.customer_id = o.customer_id AND l.product_id = p.product_id)
    GROUP BY o.customer_id`;
  return new Map(rows.map(({ customerId, handles }) => [customerId, handles]));
}
