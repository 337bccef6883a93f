import { ensureDatabase } from "../database/ensure-database.ts";
import { testDatabaseFolder } from "../database/test-database-folder.ts";
import { runCommand } from "./run-command.ts";
import type { StepResult } from "./step.ts";

/** The newcomer's two commands without their pages, beside a demo that may be running, and leaving it alone. */
export async function checkDemo(stopping: AbortSignal): Promise<StepResult> {
  const database = await ensureDatabase({ folder: testDatabaseFolder, durability: "throw-away" });
  try {
    return await runCommand(
      ["scripts/demo/main.ts", "--once", "--fresh", "--customers", "300"],
      { DATABASE_URL: database.url, ECHELON_DEMO_FOLDER: ".echelon/validate-demo" },
      stopping,
    );
  } finally {
    await database.stop();
  }
}
