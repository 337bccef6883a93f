import {
  countDue,
  listDue,
  type DuePlace,
  type DueStanding,
} from "../../persistence/next-changes.ts";
import type { Shop } from "../../persistence/shops.ts";
import { calendarDayOf, formatCalendarDay } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram, type LiveProgram } from "../scoring/live-program.ts";
import { describeNextChange, type NextChange } from "./describe-next-change.ts";
import { directionOf } from "./describe-moves.ts";
import { readKeepDistances } from "./keep-distances.ts";
import { readListCursor, writeListCursor } from "./list-cursor.ts";
import type { KeepDistance } from "./order-distances.ts";

export interface DueRow {
  customerId: string;
  change: NextChange;
  /** What is at stake: their net in the program's window. */
  windowNetMinorUnits: number;
}

export interface DueTotals {
  customers: number;
  /** To a lower tier, a higher one, or another group only. */
  down: number;
  up: number;
  sideways: number;
  windowNetMinorUnits: number;
}

export interface DueSoonPage {
  shop: { currencyCode: string; timeZone: string };
  windowDays: number;
  /** YYYY-MM-DD in shop time: changes up to this day. */
  untilDay: string;
  totals: DueTotals;
  rows: (DueRow & { toKeep: KeepDistance | null })[];
  previousCursor: string | null;
  nextCursor: string | null;
}

export const soonDays = 30;
const pageSize = 50;
const exportPartSize = 1_000;

/** Whose labels change within 30 days if they buy nothing: when, and to what. An unreadable cursor gives the first page. */
export async function readDueSoon(
  app: App,
  shop: string,
  cursorText: string | null,
): Promise<DueSoonPage> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const untilDay = await lastDayOfSoon(app, record);
  const cursor = cursorText === null ? null : readListCursor(cursorText);
  const from = cursor && { side: cursor.side, place: placeOf(cursor.place) };
  const found = await listDue(app.db, shop, untilDay, from, pageSize + 1);
  const backwards = cursor?.side === "before";
  const more = found.length > pageSize;
  const rows = more ? (backwards ? found.slice(1) : found.slice(0, pageSize)) : found;
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    windowDays: program.definition.windowDays,
    untilDay: formatCalendarDay(untilDay),
    totals: await totalDue(app, record, program),
    rows: await withDistances(app, shop, program, rows),
    previousCursor: (backwards ? more : cursor !== null) ? cursorAt(rows.at(0), "before") : null,
    nextCursor: (backwards ? true : more) ? cursorAt(rows.at(-1), "after") : null,
  };
}

/** With what would keep each of them in the tier that they lose. */
async function withDistances(
  app: App,
  shop: string,
  program: LiveProgram,
  rows: readonly DueStanding[],
): Promise<DueSoonPage["rows"]> {
  const ids = rows
    .filter(({ tier, nextTier }) => tier !== nextTier)
    .map(({ customerId }) => customerId);
  const keepOf = await readKeepDistances(app, shop, ids);
  return rows.map((row) => ({
    ...describeDue(program, row),
    toKeep: keepOf.get(row.customerId) ?? null,
  }));
}

/** The soonest ones, and how many there are in all. */
export async function readNextDue(app: App, record: Shop, program: LiveProgram, most: number) {
  const untilDay = await lastDayOfSoon(app, record);
  const rows = await listDue(app.db, record.shop, untilDay, null, most);
  return {
    totals: await totalDue(app, record, program),
    rows: rows.map((row) => describeDue(program, row)),
  };
}

/** Everybody of the list, part after part. */
export async function* everybodyDue(
  app: App,
  record: Shop,
  program: LiveProgram,
): AsyncGenerator<DueRow> {
  const untilDay = await lastDayOfSoon(app, record);
  let last: DueStanding | undefined;
  do {
    const from =
      last === undefined
        ? null
        : {
            side: "after" as const,
            place: { day: last.nextChangeDay, customerId: last.customerId },
          };
    const rows = await listDue(app.db, record.shop, untilDay, from, exportPartSize);
    for (const row of rows) yield describeDue(program, row);
    last = rows.at(exportPartSize - 1);
  } while (last !== undefined);
}

export async function lastDayOfSoon(app: App, { timeZone }: Shop): Promise<number> {
  return calendarDayOf(await app.now(), timeZone) + soonDays;
}

async function totalDue(app: App, record: Shop, program: LiveProgram): Promise<DueTotals> {
  const totals = { customers: 0, down: 0, up: 0, sideways: 0, windowNetMinorUnits: 0 };
  for (const due of await countDue(app.db, record.shop, await lastDayOfSoon(app, record))) {
    totals.customers += due.customers;
    totals.windowNetMinorUnits += due.windowNetMinorUnits;
    totals[directionOf(program, "tier", due.tier, due.nextTier)] += due.customers;
  }
  return totals;
}

function describeDue(program: LiveProgram, row: DueStanding): DueRow {
  return {
    customerId: String(row.customerId),
    change: describeNextChange(program, row),
    windowNetMinorUnits: Number(row.windowNetMinorUnits),
  };
}

function placeOf({ sortValue, customerId }: { sortValue: bigint; customerId: bigint }): DuePlace {
  return { day: Number(sortValue), customerId };
}

function cursorAt(row: DueStanding | undefined, side: "before" | "after"): string | null {
  if (row === undefined) return null;
  const { nextChangeDay, customerId } = row;
  return writeListCursor({ side, place: { sortValue: BigInt(nextChangeDay), customerId } });
}
