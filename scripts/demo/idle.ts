import { setTimeout as wait } from "node:timers/promises";
import { connectDatabase } from "../../app/persistence/database.ts";
import { countJobs } from "../../app/persistence/job-counts.ts";
import { readCalibrationHead } from "../../app/persistence/calibrations.ts";

/** Looking twice this far apart bridges the moment between a job and the one it asks for. */
const lookEveryMs = 300;

/** Waits until the shop was scored and no job is left to do. Fails when a job was given up. */
export async function waitUntilIdle(databaseUrl: string, shop: string): Promise<void> {
  const db = connectDatabase(databaseUrl);
  try {
    for (let quietLooks = 0; quietLooks < 2;) {
      await wait(lookEveryMs);
      const jobs = await countJobs(db, shop);
      if (jobs.failed > 0)
        throw new Error(`${String(jobs.failed)} jobs were given up; the worker's log says why.`);
      const isScored = (await readCalibrationHead(db, shop)) !== null;
      quietLooks = isScored && jobs.unfinished === 0 ? quietLooks + 1 : 0;
    }
  } finally {
    await db.$disconnect();
  }
}
