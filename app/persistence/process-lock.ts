import pg from "pg";

/** Runs the work while no process runs any under the same name; waits until it may. */
export type ProcessLock = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

/** More than wait and work in one process at a time: whoever has a lock may need another. */
const mostConnections = 50;
const idleMs = 5_000;

/**
 * On connections of its own: the work calls Shopify, and must neither hold a transaction open nor keep the pool from
 * everybody else. They are kept for a few seconds, because making one takes longer than many a work. A process that is
 * killed lets go of its locks with them.
 */
export function createProcessLock(connectionString: string): ProcessLock {
  const pool = new pg.Pool({
    connectionString,
    max: mostConnections,
    idleTimeoutMillis: idleMs,
    allowExitOnIdle: true,
  });
  // One that the server ends while nobody uses it is no loss.
  pool.on("error", () => {});

  return async (name, work) => {
    const client = await pool.connect();
    let isFree = false;
    try {
      await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name]);
      const result = await work();
      await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [name]);
      isFree = true;
      return result;
    } finally {
      // With its connection a lock ends in any case.
      client.release(!isFree);
    }
  };
}
