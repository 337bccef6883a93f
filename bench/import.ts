import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { connectDatabase } from "../app/persistence/database.ts";
import { insertProgram } from "../app/persistence/programs.ts";
import { startOrderImport } from "../app/persistence/order-imports.ts";
import { saveInstallation } from "../app/persistence/shops.ts";
import { defaultProgram } from "../app/scoring/index.ts";
import { ensureDatabase } from "../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../scripts/database/make-empty-database.ts";
import { resetDatabase } from "../scripts/database/reset-database.ts";
import { projectFolder } from "../scripts/project-folder.ts";
import { timeBareInsert } from "./import/bare-insert.ts";
import { writeResult } from "./import/made-result.ts";

export const description =
  "a bulk result with two line items an order, over HTTP into the ledger: beside a bare batched insert of the same rows, and a tenth of it";

const databaseName = "echelon_bench_import";
const shop = "bench.myshopify.com";
const folder = join(projectFolder, ".echelon", "bench");

/** `--orders N` (500000). The worker is a process of its own; a tenth of the orders is imported first, by another. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { orders: { type: "string" } } });
  const orders = z.coerce
    .number()
    .int()
    .min(1_000)
    .parse(values.orders ?? "500000");
  const database = await ensureDatabase();
  const databaseUrl = await makeEmptyDatabase(database.url, databaseName);
  try {
    const few = await timeImport(databaseUrl, Math.round(orders / 10));
    await makeEmptyDatabase(database.url, databaseName);
    const all = await timeImport(databaseUrl, orders);
    const bareInsertSeconds = await timeBareInsert(databaseUrl);
    return {
      orders,
      seconds: rounded(all.seconds),
      workerPeakMemoryMb: all.peakMemoryMb,
      workerCpuSeconds: all.cpuSeconds.worker,
      databaseCpuSeconds: all.cpuSeconds.database,
      resultMb: Math.round(all.resultBytes / 1e6),
      bareInsertSeconds: rounded(bareInsertSeconds),
      ratio: rounded(all.seconds / bareInsertSeconds),
      microsecondsPerOrder: perOrder(all.seconds, orders),
      fewOrders: few.orders,
      fewSeconds: rounded(few.seconds),
      fewMicrosecondsPerOrder: perOrder(few.seconds, few.orders),
      growthPercent: rounded(100 * (all.seconds / orders / (few.seconds / few.orders) - 1)),
      cpuGrowthPercent: rounded(100 * (cpuOf(all) / orders / (cpuOf(few) / few.orders) - 1)),
    };
  } finally {
    await resetDatabase(databaseUrl);
    await database.stop();
  }
}

const importReport = z.object({
  seconds: z.number(),
  cpuSeconds: z.object({ worker: z.number(), database: z.number().nullable() }),
  ordersDone: z.number(),
  peakMemoryMb: z.number(),
});

type TimedImport = z.infer<typeof importReport> & { orders: number; resultBytes: number };

/** Reading the result; asking Shopify for it and waiting is Shopify's time. */
async function timeImport(databaseUrl: string, orders: number): Promise<TimedImport> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, "orders.jsonl");
  await writeResult(path, orders);
  const { size } = await stat(path);
  const server = await serveFile(path, size);
  try {
    await prepare(databaseUrl, `http://127.0.0.1:${portOf(server)}/orders.jsonl`);
    const report = await runImportProcess(databaseUrl);
    if (report.ordersDone !== orders) throw new Error(`${report.ordersDone} of ${orders} orders`);
    return { ...report, orders, resultBytes: size };
  } finally {
    server.close();
    await rm(path);
  }
}

/** A shop whose result Shopify has just finished. */
async function prepare(databaseUrl: string, resultUrl: string): Promise<void> {
  const db = connectDatabase(databaseUrl);
  const now = new Date();
  await saveInstallation(db, shop, { currencyCode: "GBP", timeZone: "Europe/London" }, now);
  await insertProgram(db, shop, 1, defaultProgram, now);
  await startOrderImport(db, shop, now);
  await db.orderImport.updateMany({ data: { operationId: 1n, resultUrl } });
  await db.$disconnect();
}

async function runImportProcess(databaseUrl: string) {
  const main = join(import.meta.dirname, "import", "import-process.ts");
  // As `npm run worker` starts the worker.
  const child = spawn(process.execPath, ["--max-semi-space-size=8", main], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return importReport.parse(JSON.parse(output));
}

async function serveFile(path: string, size: number): Promise<Server> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/jsonl", "content-length": size });
    pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), response).catch(() => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function perOrder(seconds: number, orders: number): number {
  return Math.round((seconds * 1e6) / orders);
}

function cpuOf({ cpuSeconds }: TimedImport): number {
  return cpuSeconds.worker + (cpuSeconds.database ?? 0);
}

function rounded(figure: number): number {
  return Math.round(figure * 100) / 100;
}
