import type { connectQueue } from "../../app/jobs/queue.ts";
import type { PrismaClient } from "../../app/persistence/database.ts";

/** Gives the jobs of a killed worker back at once, which happens by itself after half a minute. */
export async function giveJobsBack(
  db: PrismaClient,
  queue: Awaited<ReturnType<typeof connectQueue>>,
): Promise<void> {
  await db.$executeRaw`UPDATE pgboss.job SET heartbeat_on = now() - interval '1 hour' WHERE state = 'active'`;
  await db.$executeRaw`UPDATE pgboss.queue SET monitor_on = NULL, monitor_claim_on = NULL`;
  await queue.supervise();
  await hurryRetries(db);
}

/** Jobs that wait to be tried again are tried now. */
export async function hurryRetries(db: PrismaClient): Promise<void> {
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE state = 'retry'`;
}
