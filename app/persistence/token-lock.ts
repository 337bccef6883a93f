import pg from "pg";

/**
 * Runs the work while no other process does the same for the shop. On a connection of its own: the work is a call to
 * Shopify, and must neither hold a transaction open nor keep the pool from everybody else. A process that is killed
 * lets go of the lock with its connection.
 */
export async function withTokenLock<Result>(
  connectionString: string,
  shop: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [`token:${shop}`]);
    return await work();
  } finally {
    await client.end();
  }
}
