import { createTokenCipher } from "../../app/shopify/token-cipher.ts";
import pino from "pino";
import { connectDatabase } from "../../app/persistence/database.ts";
import type { App } from "../../app/use-cases/app.ts";
import type { JobName } from "../../app/jobs/catalog.ts";
import { createTestDatabase } from "./test-database.ts";

export interface TestApp extends App {
  databaseUrl: string;
  /** Names of the jobs that were asked for, in order. Nobody works on them. */
  asked: JobName[];
  setNow(now: Date): void;
  close(): Promise<void>;
}

/** The app on a database of its own, without a shop to talk to and without a worker. */
export async function openTestApp(): Promise<TestApp> {
  const database = await createTestDatabase();
  const db = connectDatabase(database.url);
  const asked: JobName[] = [];
  let now = new Date("2026-06-30T23:59:59Z");
  return {
    db,
    databaseUrl: database.url,
    asked,
    enqueue: (_db, name) => {
      asked.push(name);
      return Promise.resolve();
    },
    now: () => Promise.resolve(now),
    setNow(moment) {
      now = moment;
    },
    adminOf: (shop) => Promise.reject(new Error(`this test has no shop to talk to: ${shop}`)),
    seal: createTokenCipher("a secret of tests"),
    runAlone: (_name, work) => work(),
    log: pino({ level: "silent" }),
    async close() {
      await db.$disconnect();
      await database.drop();
    },
  };
}
