import { parseArgs } from "node:util";
import { pino } from "pino";
import { z } from "zod";
import { insertProgram } from "../app/persistence/programs.ts";
import { saveInstallation } from "../app/persistence/shops.ts";
import { defaultProgram } from "../app/scoring/index.ts";
import type { App } from "../app/use-cases/app.ts";
import { scoreBase } from "../app/use-cases/scoring/score-base.ts";
import { appOnDatabase } from "./database/app-on-database.ts";
import { onEmptyDatabase } from "./database/on-empty-database.ts";
import { cpuSecondsBetween, readCpuSeconds } from "./score-database/cpu-seconds.ts";
import { changeOrders, makeOrders, timeBareCopy } from "./score-database/made-base.ts";

export const description =
  "from the orders in the database to stored decisions: everybody for the first time, and again after 1 % of them bought";

const databaseName = "echelon_bench_scores";
const shop = "bench.myshopify.com";
const asOf = new Date("2026-06-30T12:00:00Z");
const ordersPerCustomer = 5;
const changedShare = 0.01;

/** `--customers N` (1000000), five orders each on average. Wall time, PostgreSQL included. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { customers: { type: "string" } } });
  const customers = z.coerce
    .number()
    .int()
    .min(100)
    .parse(values.customers ?? "1000000");
  const orders = customers * ordersPerCustomer;
  return onEmptyDatabase(databaseName, async (db, databaseUrl) => {
    await saveInstallation(db, shop, { currencyCode: "GBP", timeZone: "Europe/London" }, asOf);
    await insertProgram(db, shop, 1, defaultProgram, asOf);
    await makeOrders(databaseUrl, shop, { customers, orders, until: asOf });

    const first = await timeRun(db, databaseUrl);
    await changeOrders(databaseUrl, shop, { customers: customers * changedShare, at: asOf });
    const rerun = await timeRun(db, databaseUrl);
    const bareCopySeconds = await timeBareCopy(databaseUrl, shop);
    return {
      customers,
      orders,
      firstRunSeconds: first.seconds,
      rerunSeconds: rerun.seconds,
      // Values that moved only because others bought follow after the decisions.
      rerunWithAllValuesSeconds: rerun.secondsToTheEnd,
      // Until nothing is left to write; they do not grow with what else the machine does.
      firstRunCpuSeconds: first.cpuSeconds,
      rerunCpuSeconds: rerun.cpuSeconds,
      decisions: first.decisions,
      rerunDecisions: rerun.decisions,
      workerMemoryMb: Math.round(process.resourceUsage().maxRSS / 1_024),
      bareCopySeconds,
      ratio: Math.round((first.seconds / bareCopySeconds) * 10) / 10,
    };
  });
}

/** A run until its decisions are stored, and until nothing of it is left to write. */
async function timeRun(db: App["db"], databaseUrl: string) {
  const before = await readCpuSeconds(db);
  const startedAt = performance.now();
  let storedAt = startedAt;
  let decisions = 0;
  const log = pino(
    { level: "info" },
    {
      write(line: string) {
        storedAt = performance.now();
        decisions = z.object({ decisions: z.number() }).parse(JSON.parse(line)).decisions;
      },
    },
  );
  await scoreBase(
    appOnDatabase(db, () => asOf, log),
    shop,
    "import",
  );
  const endedAt = performance.now();
  const cpuSeconds = cpuSecondsBetween(before, await readCpuSeconds(db));
  const seconds = (from: number, to: number) => Math.round((to - from) / 10) / 100;
  console.error(`${databaseUrl.split("/").at(-1)}: ${decisions} decisions stored`);
  return {
    seconds: seconds(startedAt, storedAt),
    secondsToTheEnd: seconds(startedAt, endedAt),
    cpuSeconds,
    decisions,
  };
}
