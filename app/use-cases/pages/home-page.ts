import { readLastBaseRun, countTierMovesSince, listDecisions } from "../../persistence/runs.ts";
import { readOrderImport } from "../../persistence/order-imports.ts";
import { countLedgerOrders } from "../../persistence/orders.ts";
import { readCalibrationHead } from "../../persistence/calibrations.ts";
import { totalByLabel, totalStandings } from "../../persistence/standings.ts";
import { updateShop, type Shop } from "../../persistence/shops.ts";
import { formatCalendarDay } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { describeMoves, directionOf } from "./describe-moves.ts";
import { readNextDue, type DueRow, type DueTotals } from "./due-soon.ts";
import { groupShares, tierShares } from "./label-shares.ts";
import { readLiveProgram, type LiveProgram } from "../scoring/live-program.ts";
import { readWaiting } from "../publishing/read-waiting.ts";
import { requireShop } from "../require-shop.ts";
import { isPublishing, readShopHealth, type ShopHealth } from "./shop-health.ts";
import { readProgress } from "./work-progress.ts";
import { readFirstLook, type FirstLook } from "./first-look.ts";
import type { LabelShare, Move, WorkProgress } from "./page-words.ts";

export type SetupStepKey = "read-orders" | "check-money" | "choose-tiers" | "turn-on-publishing";

export interface HomePage {
  shop: { currencyCode: string; timeZone: string };
  setup: { dismissed: boolean; steps: { key: SetupStepKey; done: boolean }[] };
  /** Work under way, most important first; null at rest. */
  progress: WorkProgress | null;
  /** False: Shopify shows the orders of the last 60 days only. Null until it was asked. */
  seesAllOrders: boolean | null;
  /** Null until the base was scored once. An empty shop has rankedCustomers 0. */
  summary: {
    /** ISO instant of the last run that scored the whole base. */
    calculatedAt: string;
    /** Calendar date in shop time (YYYY-MM-DD) the scores stand for. */
    asOf: string;
    windowDays: number;
    rankedCustomers: number;
    orders: number;
    countedOrders: number;
    /** Net sales of all counted orders, what the "check money" step shows. */
    netMinorUnits: number;
    tiers: LabelShare[];
    groups: LabelShare[];
    moves: { up: number; down: number; since: string };
    recentMoves: Move[];
    /** Who changes within 30 days if they buy nothing, the soonest of them, and how many in all. */
    due: { totals: DueTotals; rows: DueRow[] };
  } | null;
  /** A first look by customers' totals, while the history is not known or cannot be; else null. */
  estimate: FirstLook | null;
  health: ShopHealth;
}

const daysShown = 30;
const recentMovesShown = 10;
const dueShown = 5;

export async function readHomePage(app: App, shop: string): Promise<HomePage> {
  const record = await requireShop(app, shop);
  const summary = await readSummary(app, record);
  const waiting = await readWaiting(app, record);
  const seesAllOrders = (await readOrderImport(app.db, shop))?.seesAllOrders ?? null;
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    setup: {
      dismissed: record.setupDismissedAt !== null,
      steps: [
        { key: "read-orders", done: summary !== null },
        { key: "check-money", done: record.moneyConfirmedAt !== null },
        { key: "choose-tiers", done: record.tiersChosenAt !== null },
        { key: "turn-on-publishing", done: isPublishing(record) },
      ],
    },
    progress: await readProgress(app, record, waiting),
    seesAllOrders,
    summary,
    estimate: summary === null || seesAllOrders === false ? await readFirstLook(app, record) : null,
    health: await readShopHealth(app, record, waiting),
  };
}

export async function dismissSetupGuide(app: App, shop: string): Promise<void> {
  await updateShop(app.db, shop, { setupDismissedAt: new Date() });
}

export async function confirmMoney(app: App, shop: string): Promise<void> {
  await updateShop(app.db, shop, { moneyConfirmedAt: new Date() });
}

async function readSummary(app: App, record: Shop): Promise<HomePage["summary"]> {
  const { shop } = record;
  const run = await readLastBaseRun(app.db, shop);
  const calibration = await readCalibrationHead(app.db, shop);
  if (run === null || calibration === null) return null;
  const program = await readLiveProgram(app, record);
  const totals = await totalStandings(app.db, shop);
  const since = new Date((await app.now()).getTime() - daysShown * 86_400_000);
  return {
    calculatedAt: run.finishedAt.toISOString(),
    asOf: formatCalendarDay(calibration.asOfDay),
    windowDays: program.definition.windowDays,
    rankedCustomers: totals.rankedCustomers,
    orders: await countLedgerOrders(app.db, shop),
    countedOrders: totals.countedOrders,
    netMinorUnits: totals.netMinorUnits,
    tiers: tierShares(program, await totalByLabel(app.db, shop, "tier")),
    groups: groupShares(program, await totalByLabel(app.db, shop, "group")),
    moves: await countMoves(app, shop, program, since),
    recentMoves: describeMoves(
      program,
      await listDecisions(app.db, shop, "shop", recentMovesShown),
    ),
    due: await readNextDue(app, record, program, dueShown),
  };
}

async function countMoves(app: App, shop: string, program: LiveProgram, since: Date) {
  let up = 0;
  let down = 0;
  for (const move of await countTierMovesSince(app.db, shop, since)) {
    const direction = directionOf(program, "tier", move.fromKey, move.toKey);
    if (direction === "up") up += move.customers;
    if (direction === "down") down += move.customers;
  }
  return { up, down, since: since.toISOString() };
}
