import type { Database, Transaction } from "./database.ts";

/** The jobs of a shop that were given up after all their retries, by name. The queue keeps them for a day. */
export async function countFailedJobs(
  db: Database,
  shop: string,
): Promise<{ name: string; jobs: number }[]> {
  return db.$queryRaw<{ name: string; jobs: number }[]>`
    SELECT name, count(*)::int AS jobs FROM pgboss.job
    WHERE state = 'failed' AND data->>'shop' = ${shop} GROUP BY name ORDER BY name`;
}

/** Gives each of them one more attempt, as pg-boss's own `retry` does. Returns how many those are. */
export async function retryFailedJobs(tx: Transaction, shop: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE pgboss.job
    SET state = 'retry', retry_limit = retry_limit + 1, completed_on = NULL, start_after = now()
    WHERE state = 'failed' AND data->>'shop' = ${shop}`;
}

/** When a job of this name was last done; null when that is longer ago than the queue remembers. */
export async function readLastDone(db: Database, name: string): Promise<Date | null> {
  const [row] = await db.$queryRaw<{ at: Date | null }[]>`
    SELECT max(completed_on) AS at FROM pgboss.job WHERE name = ${name} AND state = 'completed'`;
  return row?.at ?? null;
}
