// npm run db:migration -- NAME: writes the migration that brings the database to prisma/schema.prisma.
import { ensureDatabase } from "../database/ensure-database.ts";
import { diffMigrations } from "./diff-migrations.ts";
import { writeMigration } from "./migration-files.ts";

const name = process.argv[2] ?? "";
if (!/^[a-z0-9_]+$/.test(name)) {
  console.error(
    "Usage: npm run db:migration -- NAME   (lower-case letters, digits and underscores)",
  );
  process.exit(2);
}

const database = await ensureDatabase();
try {
  const diff = await diffMigrations(database.url);
  switch (diff.kind) {
    case "in-step":
      console.log("The migrations already lead to the schema: nothing written.");
      break;
    case "differs":
      console.log(
        `Wrote ${await writeMigration(name, diff.sql, new Date())}. Read it before you commit it.`,
      );
      break;
    case "failed":
      console.error(diff.message);
      process.exitCode = 1;
  }
} finally {
  await database.stop();
}
