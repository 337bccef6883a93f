import { ensureDatabase } from "../database/ensure-database.ts";
import { testDatabaseFolder } from "../database/test-database-folder.ts";
import { diffMigrations } from "../prisma/diff-migrations.ts";
import type { StepResult } from "./step.ts";

/** prisma/migrations lead to exactly what prisma/schema.prisma says. */
export async function checkMigrations(): Promise<StepResult> {
  const database = await ensureDatabase({
    folder: testDatabaseFolder,
    durability: "throw-away",
  });
  try {
    const diff = await diffMigrations(database.url);
    switch (diff.kind) {
      case "in-step":
        return { kind: "passed" };
      case "failed":
        return { kind: "failed", output: diff.message };
      case "differs":
        return {
          kind: "failed",
          output: `Write a migration with npm run db:migration -- NAME. It is missing:\n${diff.sql}`,
        };
    }
  } finally {
    await database.stop();
  }
}
