import { join } from "node:path";
import { storeHandle } from "../../scripts/demo/merchant.ts";
import { openStage, type OpenStage } from "../../scripts/demo/stage.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import { createTestDatabase } from "../setup/test-database.ts";

export interface TestStage extends OpenStage {
  databaseUrl: string;
  /** Address of the store in the simulated admin. */
  store: string;
}

/** The sample shop is made of a seed and this date, so every run sees the same customers. */
const asOf = "2026-06-30";

/**
 * A sample shop, the built app and its worker on a database of their own: the app is not installed yet. What
 * the three print is under `.echelon/e2e/NAME`.
 */
export async function openTestStage(name: string, customers: number): Promise<TestStage> {
  const database = await createTestDatabase();
  try {
    const stage = await openStage({
      databaseUrl: database.url,
      folder: join(projectFolder, ".echelon", "e2e", name),
      ports: { app: 0, shop: 0 },
      shopArguments: ["--customers", String(customers), "--as-of", asOf],
    });
    return {
      ...stage,
      databaseUrl: database.url,
      store: `${stage.shopUrl}/store/${storeHandle(stage)}`,
      async close() {
        await stage.close();
        await database.drop();
      },
    };
  } catch (error) {
    await database.drop();
    throw error;
  }
}
