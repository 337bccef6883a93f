// One import in a process of its own: DATABASE_URL's only shop reads the result its import names. Prints one JSON line.
import { createTokenCipher } from "../../app/shopify/token-cipher.ts";
import { pino } from "pino";
import { z } from "zod";
import { handlers } from "../../app/jobs/handlers.ts";
import { connectDatabase } from "../../app/persistence/database.ts";
import { createAdminClient } from "../../app/shopify/admin-client.ts";
import type { App } from "../../app/use-cases/app.ts";
import { cpuSecondsBetween, readCpuSeconds } from "../score-database/cpu-seconds.ts";

const databaseUrl = z.string().parse(process.env["DATABASE_URL"]);
const db = connectDatabase(databaseUrl);
const { shop } = await db.orderImport.findFirstOrThrow();
const app: App = {
  db,
  log: pino({ level: "warn" }, process.stderr),
  enqueue: () => Promise.resolve(),
  now: () => Promise.resolve(new Date()),
  adminOf: () =>
    Promise.resolve(createAdminClient({ shop, accessToken: () => Promise.resolve("") })),
  seal: createTokenCipher("a secret of tests"),
  runAlone: (_name, work) => work(),
};

const before = await readCpuSeconds(db);
const startedAt = performance.now();
await handlers["import-orders"](app, { shop }, new AbortController().signal);
const seconds = (performance.now() - startedAt) / 1_000;
const cpuSeconds = cpuSecondsBetween(before, await readCpuSeconds(db));
const { finishedAt, ordersDone } = await db.orderImport.findFirstOrThrow();
await db.$disconnect();
if (finishedAt === null) throw new Error(`the import stopped after ${ordersDone} orders`);
// Linux counts the peak in kilobytes of 1024 bytes.
const peakMemoryMb = Math.ceil((process.resourceUsage().maxRSS * 1_024) / 1e6);
console.log(JSON.stringify({ seconds, cpuSeconds, ordersDone, peakMemoryMb }));
