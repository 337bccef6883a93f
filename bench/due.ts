import { parseArgs } from "node:util";
import { pino } from "pino";
import { z } from "zod";
import { connectDatabase } from "../app/persistence/database.ts";
import { insertProgram } from "../app/persistence/programs.ts";
import { saveInstallation } from "../app/persistence/shops.ts";
import { calendarDayOf, defaultProgram } from "../app/scoring/index.ts";
import type { App } from "../app/use-cases/app.ts";
import { decideDue } from "../app/use-cases/scoring/decide-due.ts";
import { scoreBase } from "../app/use-cases/scoring/score-base.ts";
import { ensureDatabase } from "../scripts/database/ensure-database.ts";
import { makeEmptyDatabase } from "../scripts/database/make-empty-database.ts";
import { resetDatabase } from "../scripts/database/reset-database.ts";
import { makeOrders } from "./score-database/made-base.ts";

export const description = "everybody due on one day: from the queue's start to stored decisions";

const databaseName = "echelon_bench_due";
const shop = "bench.myshopify.com";
const asOf = new Date("2026-06-30T12:00:00Z");
const timeZone = "Europe/London";

/** `--customers N` (100000), five orders each on average; all are due ten days later. Wall time, PostgreSQL included. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { customers: { type: "string" } } });
  const customers = z.coerce
    .number()
    .int()
    .min(100)
    .parse(values.customers ?? "100000");
  const server = await ensureDatabase();
  const databaseUrl = await makeEmptyDatabase(server.url, databaseName);
  const db = connectDatabase(databaseUrl);
  let now = asOf;
  const app: App = {
    db,
    log: pino({ level: "silent" }),
    enqueue: () => Promise.resolve(),
    now: () => Promise.resolve(now),
    adminOf: () => Promise.reject(new Error("deciding asks no shop")),
    runAlone: (_name, work) => work(),
  };
  try {
    await saveInstallation(db, shop, { currencyCode: "GBP", timeZone }, asOf);
    await insertProgram(db, shop, 1, { ...defaultProgram, evaluation: "monthly" }, asOf);
    await makeOrders(databaseUrl, shop, { customers, orders: customers * 5, until: asOf });
    await scoreBase(app, shop, "import");
    now = new Date("2026-07-10T12:00:00Z");
    const today = calendarDayOf(now, timeZone);
    await db.shop.update({ where: { shop }, data: { recalibratedDay: today } });
    await db.standing.updateMany({ where: { shop }, data: { nextChangeDay: today } });
    const startedAt = performance.now();
    await decideDue(app, shop);
    const seconds = Math.round((performance.now() - startedAt) / 10) / 100;
    const due = await db.run.findFirstOrThrow({ where: { shop, kind: "due" } });
    return { due: due.customersScored, decisions: due.decisions, decidedSeconds: seconds };
  } finally {
    await db.$disconnect();
    await resetDatabase(databaseUrl);
    await server.stop();
  }
}
