import { Client } from "pg";

// Prisma's tables and the queue's.
const schemas = ["public", "pgboss"];

/**
 * Forgets everything the app ever stored there: its tables, the migrations' record and the queue.
 * Other connections to the database are ended first, because they could hold locks.
 */
export async function resetDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );
    for (const schema of schemas) {
      await client.query(`DROP SCHEMA IF EXISTS ${client.escapeIdentifier(schema)} CASCADE`);
    }
    await client.query("CREATE SCHEMA public");
  } finally {
    await client.end();
  }
}
