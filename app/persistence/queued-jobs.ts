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
