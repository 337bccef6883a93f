import { retryFailedJobs } from "../persistence/failed-jobs.ts";
import { listUnhandled } from "../persistence/inbox.ts";
import type { App } from "./app.ts";

/** An event that waits longer has no job any more: the queue forgets those it gave up after a day. */
const patienceMs = 10 * 60_000;

/** Starts a shop's given-up work again: jobs that failed for good, and events nobody acts on. `at` is real time. */
export async function retryFailed(app: App, shop: string, at = new Date()): Promise<void> {
  const retried = await app.db.$transaction(async (tx) => {
    const jobs = await retryFailedJobs(tx, shop);
    const events = await listUnhandled(tx, shop, new Date(at.getTime() - patienceMs));
    for (const webhookId of events) await app.enqueue(tx, "handle-event", { shop, webhookId });
    return { jobs, events: events.length };
  });
  app.log.info({ shop, ...retried }, "failed work is tried again");
}
