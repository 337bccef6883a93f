/**
 * The worker process: does the jobs of all shops until it is told to stop (SIGTERM, SIGINT). Any number of
 * workers share one database.
 */
import type { Job, PgBoss } from "pg-boss";
import type { App } from "../use-cases/app.ts";
import { jobNames, jobs, type JobName } from "./catalog.ts";
import { handlers } from "./handlers.ts";

/** Jobs of different shops run side by side; a shop's own are one at a time where the catalog says so. */
const sideBySide = 4;

/** Starts working. `stopping` ends long jobs early; they are taken up again by the next worker. */
export async function startWorking(app: App, boss: PgBoss, stopping: AbortSignal): Promise<void> {
  for (const name of jobNames) await workOn(app, boss, name, stopping);
  await boss.schedule("tick", "* * * * *", {});
}

async function workOn(app: App, boss: PgBoss, name: JobName, stopping: AbortSignal): Promise<void> {
  for (let nth = 0; nth < sideBySide; nth += 1) {
    const options = {
      batchSize: 1,
      pollingIntervalSeconds: 0.5,
      // A new job wakes the workers; looking finds what nobody announces, such as a job to be tried again. One of them
      // looks often, the others in case that one is busy.
      notifyPollingIntervalSeconds: nth === 0 ? 1 : 5,
      // A shop's burst of webhooks leaves a place for the others'.
      groupConcurrency: jobs[name].onePerShop ? 1 : sideBySide - 1,
    };
    const worker = await boss.work<unknown>(name, options, async (batch) => {
      // Whoever had work looks for more at once: a burst must not wait for the next look after every job.
      boss.notifyWorker(worker);
      for (const job of batch) await carryOut(app, name, job, stopping);
    });
  }
}

async function carryOut(
  app: App,
  name: JobName,
  job: Job<unknown>,
  stopping: AbortSignal,
): Promise<void> {
  const ids = { job: name, ...shopOf(job.data) };
  const startedAt = performance.now();
  try {
    await handlers[name](app, job.data, AbortSignal.any([job.signal, stopping]));
  } catch (error) {
    app.log.warn({ ...ids, err: error }, "job failed");
    throw error;
  }
  app.log.debug({ ...ids, milliseconds: Math.round(performance.now() - startedAt) }, "job done");
}

/** What of a job's data may be logged. */
function shopOf(data: unknown): { shop?: unknown } {
  return typeof data === "object" && data !== null && "shop" in data ? { shop: data.shop } : {};
}
