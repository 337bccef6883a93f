import type { Database } from "./database.ts";

/** Jobs of a shop that were given up after all their retries. The queue keeps them for a day. */
export async function countFailedJobs(db: Database, shop: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE state = 'failed' AND data->>'shop' = ${shop}`;
  return row?.count ?? 0;
}
