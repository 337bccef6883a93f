import pg from "pg";

/**
 * Runs the work while no other process runs any under the same name; waits until it may. On a connection of its own:
 * the work calls Shopify, and must neither hold a transaction open nor keep the pool from everybody else. A process
 * that is killed lets go of the lock with its connection.
 */
export async function withProcessLock<Result>(
  connectionString: string,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name]);
    return await work();
  } finally {
    await client.end();
  }
}
