import { Client } from "pg";
import { listMigrations } from "./migration-files.ts";
import { runPrisma } from "./run-prisma.ts";

/** Brings the database at `url` up to date. Costs one query when it already is. */
export async function deployMigrations(url: string): Promise<void> {
  const [applied, known] = await Promise.all([listAppliedMigrations(url), listMigrations()]);
  if (known.every((name) => applied.has(name))) return;
  const { exitCode, stdout, stderr } = await runPrisma(["migrate", "deploy"], url);
  if (exitCode !== 0) {
    throw new Error(`The database could not be brought up to date:\n${(stdout + stderr).trim()}`);
  }
}

async function listAppliedMigrations(url: string): Promise<Set<string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const recorded = await client.query("SELECT to_regclass('_prisma_migrations') AS recorded");
    const isRecorded = recorded.rows.some((row: { recorded: unknown }) => row.recorded !== null);
    if (!isRecorded) return new Set();
    const { rows } = await client.query<{ migration_name: string }>(
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL",
    );
    return new Set(rows.map((row) => row.migration_name));
  } finally {
    await client.end();
  }
}
