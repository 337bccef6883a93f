import { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import { jobNames, queueOf } from "./catalog.ts";

/** The queue for a process that only adds jobs. */
export async function connectQueue(databaseUrl: string, log: Logger): Promise<PgBoss> {
  return openQueue(
    new PgBoss({ connectionString: databaseUrl, supervise: false, schedule: false, max: 2 }),
    log,
  );
}

/** The queue for a worker: it also supervises, so that the jobs of a killed worker come back. */
export async function connectWorkerQueue(databaseUrl: string, log: Logger): Promise<PgBoss> {
  return openQueue(
    new PgBoss({
      connectionString: databaseUrl,
      useListenNotify: true,
      superviseIntervalSeconds: 10,
      // A little less, or every other look would come too early to count.
      monitorIntervalSeconds: 9,
      max: 6,
    }),
    log,
  );
}

async function openQueue(boss: PgBoss, log: Logger): Promise<PgBoss> {
  boss.on("error", (error) => {
    log.error({ err: error }, "queue");
  });
  await boss.start();
  for (const name of jobNames) {
    await boss.createQueue(name, queueOf(name));
  }
  return boss;
}
