import type { PgBoss } from "pg-boss";
import type { Database } from "../persistence/database.ts";
import { holdQueuedJob } from "../persistence/queued-jobs.ts";
import { jobs, type JobData, type JobName } from "./catalog.ts";

/** Adds a job in the transaction that made it necessary: both happen, or neither. */
export type Enqueue = <Name extends JobName>(
  db: Database,
  name: Name,
  data: JobData<Name>,
) => Promise<void>;

export function createEnqueue(boss: PgBoss): Enqueue {
  return async function enqueue(db, name, data) {
    const transaction = {
      async executeSql(text: string, values: unknown[] = []) {
        const rows: unknown[] = await db.$queryRawUnsafe(text, ...values);
        return { rows };
      },
    };
    const options = { db: transaction, ...groupOf(data) };
    if (!jobs[name].onePerShop) {
      await boss.send(name, data, options);
      return;
    }
    const singletonKey = singletonKeyOf(data);
    // A waiting job does for this request too, unless a worker takes it before this transaction is over: then its
    // handler would not see what is written here, and nobody would look again.
    while (!(await holdQueuedJob(db, name, singletonKey))) {
      if ((await boss.send(name, data, { ...options, singletonKey })) !== null) return;
    }
  };
}

/** By which the worker counts how many jobs of a shop are under way. */
function groupOf({ shop }: { shop?: string }) {
  return shop === undefined ? {} : { group: { id: shop } };
}

/** A recalibration waiting in the queue must not swallow a program change: their runs differ in kind. */
function singletonKeyOf(data: { shop?: string; kind?: string | undefined }): string {
  return [data.shop, data.kind].filter((part) => part !== undefined).join(" ");
}
