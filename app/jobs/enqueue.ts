import type { PgBoss } from "pg-boss";
import type { Database } from "../persistence/database.ts";
import { jobs, type JobData, type JobName } from "./catalog.ts";

/** Adds a job in the transaction that made it necessary: both happen, or neither. */
export type Enqueue = <Name extends JobName>(
  db: Database,
  name: Name,
  data: JobData<Name>,
) => Promise<void>;

export function createEnqueue(boss: PgBoss): Enqueue {
  return async function enqueue(db, name, data) {
    const options = {
      db: {
        async executeSql(text: string, values: unknown[] = []) {
          const rows: unknown[] = await db.$queryRawUnsafe(text, ...values);
          return { rows };
        },
      },
      ...(jobs[name].onePerShop ? { singletonKey: singletonKeyOf(data) } : {}),
    };
    await boss.send(name, data, options);
  };
}

/** A recalibration waiting in the queue must not swallow a program change: their runs differ in kind. */
function singletonKeyOf(data: { shop?: string; kind?: string }): string {
  return [data.shop, data.kind].filter((part) => part !== undefined).join(" ");
}
