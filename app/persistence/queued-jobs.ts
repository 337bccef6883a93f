import type { Database } from "./database.ts";

/**
 * Holds a job that waits in the queue where it is until this transaction ends, so that no worker takes it before what
 * the transaction writes can be seen. False when none waits.
 */
export async function holdQueuedJob(
  db: Database,
  name: string,
  singletonKey: string,
): Promise<boolean> {
  const held = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job
    WHERE name = ${name} AND singleton_key = ${singletonKey} AND state = 'created' FOR SHARE`;
  return held.length > 0;
}

/** Whether a job of this name is under way for a shop, or soon will be. */
export async function isJobUnfinished(db: Database, shop: string, name: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job
    WHERE name = ${name} AND state IN ('created', 'retry', 'active') AND data ->> 'shop' = ${shop} LIMIT 1`;
  return rows.length > 0;
}
