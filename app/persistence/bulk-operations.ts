import type { Database } from "./database.ts";

export type BulkWork = "import-orders" | "reconcile-orders" | "publish";

/** The work that has yet to read what a bulk operation came to; empty for one that is done with, or another app's. */
export async function listWorkWaitingFor(
  db: Database,
  shop: string,
  operationId: bigint,
): Promise<BulkWork[]> {
  const rows = await db.$queryRaw<{ work: BulkWork }[]>`
    SELECT 'import-orders' AS work FROM order_import
      WHERE shop = ${shop} AND operation_id = ${operationId} AND finished_at IS NULL AND paused_at IS NULL
    UNION ALL SELECT 'reconcile-orders' FROM reconciliation
      WHERE shop = ${shop} AND operation_id = ${operationId} AND finished_at IS NULL
    UNION ALL SELECT 'publish' FROM bulk_write WHERE shop = ${shop} AND operation_id = ${operationId}`;
  return rows.map(({ work }) => work);
}
