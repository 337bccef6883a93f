/** What the queue promises the use cases, on a real database and with the real worker. */
import type { PgBoss } from "pg-boss";
import pino from "pino";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { jobs } from "../../app/jobs/catalog.ts";
import { createEnqueue, type Enqueue } from "../../app/jobs/enqueue.ts";
import { connectQueue, connectWorkerQueue } from "../../app/jobs/queue.ts";
import { startWorking } from "../../app/jobs/worker.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { countJobs } from "../../app/persistence/job-counts.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { defaultProgram } from "../../app/scoring/index.ts";
import type { AdminClient } from "../../app/shopify/admin-client.ts";
import type { App } from "../../app/use-cases/app.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";
import { waitFor } from "../setup/wait-for.ts";

const silent = pino({ level: "silent" });
const one = "one.myshopify.com";
const two = "two.myshopify.com";
let testApp: TestApp;
let queue: PgBoss;
let enqueue: Enqueue;

beforeAll(async () => {
  testApp = await openTestApp();
  queue = await connectQueue(testApp.databaseUrl, silent);
  enqueue = createEnqueue(queue);
  for (const shop of [one, two]) {
    const facts = { currencyCode: "GBP", timeZone: "Europe/London" };
    await saveInstallation(testApp.db, shop, facts, new Date());
    await insertProgram(testApp.db, shop, 1, defaultProgram, new Date());
  }
});
afterEach(async () => {
  for (const name of Object.keys(jobs)) await queue.deleteAllJobs(name);
});
afterAll(async () => {
  await queue.stop({ graceful: false });
  await testApp.close();
});

test("what many ask for while it waits is done once, and asked for again while it is done, once more", async () => {
  for (let nth = 0; nth < 3; nth += 1) await enqueue(testApp.db, "retier", { shop: one });
  expect(await queue.fetch("retier")).toHaveLength(1);
  expect(await queue.fetch("retier")).toHaveLength(0);
  for (let nth = 0; nth < 3; nth += 1) await enqueue(testApp.db, "retier", { shop: one });
  expect((await countJobs(testApp.db, one)).unfinished).toBe(2);
});

test("a waiting job is not taken before whoever counts on it has written", async () => {
  await enqueue(testApp.db, "retier", { shop: one });
  await testApp.db.$transaction(async (tx) => {
    await enqueue(tx, "retier", { shop: one });
    expect(await queue.fetch("retier")).toHaveLength(0);
  });
  expect(await queue.fetch("retier")).toHaveLength(1);
});

test("of two who ask at the same moment, the later finds a job done after it too", async () => {
  await testApp.db.$transaction(async (later) => {
    let asking = Promise.resolve();
    await testApp.db.$transaction(async (first) => {
      await enqueue(first, "retier", { shop: one });
      asking = enqueue(later, "retier", { shop: one });
      await waitFor("the later to wait for the first", isSomebodyWaiting);
    });
    // A worker that is quicker than the later one is welcome to the first one's job.
    await queue.fetch("retier");
    await asking;
  });
  expect(await queue.fetch("retier")).toHaveLength(1);
});

test("a shop's long job, and the next one waiting behind it, hold up no other shop's", async () => {
  const asked: string[] = [];
  let release = (_reason: Error) => {};
  const held = new Promise<never>((_resolve, reject) => (release = reject));
  held.catch(() => undefined);
  const worker = await startWorkerWith((shop) => {
    asked.push(shop);
    return shop === one ? held : Promise.reject(new Error("there is no shop"));
  });
  try {
    await enqueue(testApp.db, "publish", { shop: one });
    await waitFor("the first shop's publication", () => asked.includes(one));
    await enqueue(testApp.db, "publish", { shop: one });
    await enqueue(testApp.db, "publish", { shop: two });
    await waitFor("the second shop's publication", () => asked.includes(two), 5_000);
    expect(asked.filter((shop) => shop === one)).toHaveLength(1);
    release(new Error("enough"));
    await waitFor(
      "the first shop's next publication",
      () => asked.filter((shop) => shop === one).length > 1,
    );
  } finally {
    release(new Error("the test is over"));
    await worker.stop();
  }
});

async function startWorkerWith(adminOf: (shop: string) => Promise<AdminClient>) {
  const boss = await connectWorkerQueue(testApp.databaseUrl, silent);
  const app: App = { ...testApp, enqueue, adminOf };
  const stopping = new AbortController();
  await startWorking(app, boss, stopping.signal);
  return {
    async stop() {
      stopping.abort(new Error("the test is over"));
      await boss.stop({ graceful: true, timeout: 5_000 });
    },
  };
}

async function isSomebodyWaiting(): Promise<boolean> {
  const waiting = await testApp.db.$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return waiting.length > 0;
}
