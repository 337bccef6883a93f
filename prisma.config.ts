import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { defineConfig } from "prisma/config";
import { createMigrationAdapter, releaseTheLockTimer } from "./scripts/prisma/migration-adapter.ts";

// No call home from a developer's machine.
process.env["CHECKPOINT_DISABLE"] ??= "1";
// `generate` reads the variable but connects to nothing.
process.env["DATABASE_URL"] ??= "postgresql://unused@127.0.0.1/unused";
// With any existing file here a mistake in the schema is reported as what it is; without, as a failed download.
process.env["PRISMA_QUERY_ENGINE_LIBRARY"] ??= fileURLToPath(import.meta.url);

releaseTheLockTimer();

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: () => Promise.resolve(createMigrationAdapter(readConnection())),
});

function readConnection() {
  const client = new Client({ connectionString: process.env["DATABASE_URL"] });
  return {
    host: client.host,
    port: client.port,
    user: client.user,
    password: client.password,
    database: client.database,
    ssl: client.ssl,
    // The engine leaves connections open at its end, and the command would wait for them.
    allowExitOnIdle: true,
  };
}
