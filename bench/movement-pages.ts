import { parseArgs } from "node:util";
import { z } from "zod";
import { insertProgram } from "../app/persistence/programs.ts";
import { saveInstallation } from "../app/persistence/shops.ts";
import { defaultProgram } from "../app/scoring/index.ts";
import { listCustomers } from "../app/use-cases/pages/customer-list.ts";
import { readGroupsPage } from "../app/use-cases/pages/groups-page.ts";
import { readMovementPage } from "../app/use-cases/pages/movement-page.ts";
import { readRunPage, readUndoAhead } from "../app/use-cases/pages/run-page.ts";
import { readRunsPage } from "../app/use-cases/pages/runs-page.ts";
import { readTiersPage } from "../app/use-cases/pages/tiers-page.ts";
import { appOnDatabase } from "./database/app-on-database.ts";
import { onEmptyDatabase } from "./database/on-empty-database.ts";
import { firstRunId, makeMoves } from "./movement-pages/made-moves.ts";

export const description =
  "what the pages about tiers, moves and runs take at the server, over a base that moved daily for a year";

const databaseName = "echelon_bench_movement";
const shop = "bench.myshopify.com";
const asOf = new Date("2026-06-30T12:00:00Z");
const rounds = 5;

/** `--customers N` (100000). Slowest of five rounds of each page, PostgreSQL included. */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({ args, options: { customers: { type: "string" } } });
  const customers = z.coerce
    .number()
    .int()
    .min(100)
    .parse(values.customers ?? "100000");
  return onEmptyDatabase(databaseName, async (db, databaseUrl) => {
    await saveInstallation(db, shop, { currencyCode: "GBP", timeZone: "Europe/London" }, asOf);
    await insertProgram(db, shop, 1, defaultProgram, asOf);
    const decisions = await makeMoves(databaseUrl, shop, { customers, until: asOf });
    const app = appOnDatabase(db, () => asOf);
    const pages = {
      movement30DaysMs: () => readMovementPage(app, shop, asked("30")),
      movement90DaysMs: () => readMovementPage(app, shop, asked("90")),
      movement12MonthsMs: () => readMovementPage(app, shop, asked("365")),
      movementGroups12MonthsMs: () =>
        readMovementPage(app, shop, { ...asked("365"), family: "group" }),
      movementFlows12MonthsMs: () =>
        readMovementPage(app, shop, { ...asked("365"), showsFlows: true }),
    };
    const moved = {
      family: "tier",
      fromKey: "growth",
      toKey: "core",
      until: "2026-06-30",
    } as const;
    const lists = {
      customersMoved30DaysMs: () =>
        listCustomers(app, shop, { ...everybody, moved: { ...moved, from: "2026-05-31" } }),
      customersMoved12MonthsMs: () =>
        listCustomers(app, shop, { ...everybody, moved: { ...moved, from: null } }),
    };
    const runs = {
      runsMs: () => readRunsPage(app, shop, { filter: "all", hour: null, cursor: null }, "1"),
      runOfEverybodyMs: () => readRunPage(app, shop, firstRunId, null, "1"),
      undoOfEverybodyAheadMs: () => readUndoAhead(app, shop, firstRunId),
      tiersMs: () => readTiersPage(app, shop),
      groupsMs: () => readGroupsPage(app, shop),
    };
    const figures: Record<string, number> = {};
    for (const [name, read] of Object.entries({ ...pages, ...lists, ...runs }))
      figures[name] = await slowestMs(read);
    return { customers, decisions, ...figures };
  });
}

const everybody = {
  tier: null,
  group: null,
  risk: null,
  trait: null,
  interest: null,
  view: null,
  search: "",
  sort: "value",
  direction: "descending",
  cursor: null,
} as const;

function asked(period: "30" | "90" | "365") {
  return {
    family: "tier",
    period: { kind: "last", days: Number(period) },
    showsFlows: false,
  } as const;
}

async function slowestMs(read: () => Promise<unknown>): Promise<number> {
  let slowest = 0;
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await read();
    slowest = Math.max(slowest, performance.now() - startedAt);
  }
  return Math.round(slowest);
}
