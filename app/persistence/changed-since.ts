import type { Database } from "./database.ts";

/** What has come over a customer since a run. */
export interface ChangedSince {
  /** Families of labels that later runs decided on. */
  families: string[];
  /** Whether there is an order placed after it. */
  hasBought: boolean;
}

/** By customer; those who are not known any more are left out. */
export async function readChangedSince(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
  run: { id: string; decidedAt: Date },
): Promise<Map<bigint, ChangedSince>> {
  const rows = await db.$queryRaw<(ChangedSince & { customerId: bigint })[]>`
    SELECT s.customer_id AS "customerId", coalesce(s.last_order_at > ${run.decidedAt}, FALSE) AS "hasBought",
           ARRAY(SELECT DISTINCT d.family FROM decision d
                 WHERE d.shop = s.shop AND d.customer_id = s.customer_id AND d.run_id > ${run.id}::uuid) AS families
    FROM standing s WHERE s.shop = ${shop} AND s.customer_id = ANY(${customerIds}::bigint[])`;
  return new Map(rows.map(({ customerId, ...since }) => [customerId, since]));
}
