import type { Database } from "./database.ts";

/** The ranked customers of one group in one cell of R × FM, summed up. */
export interface CellTotal {
  recency: number;
  frequencyMonetary: number;
  group: string;
  customers: number;
  windowNetMinorUnits: number;
  countedOrders: number;
  /** Together, up to the moment asked for. */
  daysSinceLastOrder: number;
}

/** The whole base by cell and group; cells with nobody in them are left out. FM as in `frequencyMonetaryOf`. */
export async function totalByCell(db: Database, shop: string, at: Date): Promise<CellTotal[]> {
  return db.$queryRaw<CellTotal[]>`
    SELECT recency_score AS recency, (frequency_score + monetary_score + 1) / 2 AS "frequencyMonetary",
           group_key AS "group", count(*)::int AS customers,
           sum(window_net_minor_units)::float8 AS "windowNetMinorUnits",
           sum(counted_orders)::int AS "countedOrders",
           sum(greatest(extract(epoch FROM ${at}::timestamptz - last_order_at), 0) / 86400)::float8
             AS "daysSinceLastOrder"
    FROM standing WHERE shop = ${shop} AND group_key IS NOT NULL
    GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 4 DESC, 3`;
}

/**
 * By how many customers each group has grown since a moment. The labels a first calculation gave out are no growth, so
 * first assignments of imports are left out.
 */
export async function countGroupGrowthSince(
  db: Database,
  shop: string,
  since: Date,
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ key: string; growth: number }[]>`
    SELECT key, sum(step)::int AS growth FROM (
      SELECT to_key AS key, 1 AS step, from_key, run_id FROM decision
      WHERE shop = ${shop} AND family = 'group' AND decided_at >= ${since} AND to_key IS NOT NULL
      UNION ALL
      SELECT from_key, -1, from_key, run_id FROM decision
      WHERE shop = ${shop} AND family = 'group' AND decided_at >= ${since} AND from_key IS NOT NULL) AS step
    JOIN run r ON r.shop = ${shop} AND r.id = step.run_id
    WHERE step.from_key IS NOT NULL OR r.kind <> 'import' GROUP BY key`;
  return new Map(rows.map(({ key, growth }) => [key, growth]));
}
