import { connectDatabase, type PrismaClient } from "../../app/persistence/database.ts";
import { ensureDatabase } from "../../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../../scripts/database/make-empty-database.ts";
import { resetDatabase } from "../../scripts/database/reset-database.ts";

/** Measures on a database of its own, which is gone afterwards. */
export async function onEmptyDatabase<Figures>(
  name: string,
  measure: (db: PrismaClient, databaseUrl: string) => Promise<Figures>,
): Promise<Figures> {
  const server = await ensureDatabase();
  const databaseUrl = await makeEmptyDatabase(server.url, name);
  const db = connectDatabase(databaseUrl);
  try {
    return await measure(db, databaseUrl);
  } finally {
    await db.$disconnect();
    await resetDatabase(databaseUrl);
    await server.stop();
  }
}
