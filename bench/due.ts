import { parseArgs } from "node:util";
import { z } from "zod";
import { insertProgram } from "../app/persistence/programs.ts";
import { saveInstallation } from "../app/persistence/shops.ts";
import { calendarDayOf, defaultProgram } from "../app/scoring/index.ts";
import { decideDue } from "../app/use-cases/scoring/decide-due.ts";
import { scoreBase } from "../app/use-cases/scoring/score-base.ts";
import { appOnDatabase } from "./database/app-on-database.ts";
import { onEmptyDatabase } from "./database/on-empty-database.ts";
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
  return onEmptyDatabase(databaseName, async (db, databaseUrl) => {
    let now = asOf;
    const app = appOnDatabase(db, () => now);
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
  });
}
