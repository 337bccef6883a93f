import papaparse from "papaparse";
import { countByDay } from "../../persistence/movement-list.ts";
import { readFirstRun } from "../../persistence/movement.ts";
import { calendarDayOf, parseCalendarDate } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { nameOfLabel, readLiveProgram } from "../scoring/live-program.ts";
import { windowOf, type MovementQuery } from "./movement-page.ts";
import { periodOf } from "./movement-period.ts";

const columns = ["day", "from", "to", "reason", "moves"];

/** CSV of a period's moves by day; who moved is in the export of the customers. */
export async function exportMovement(
  app: App,
  shop: string,
  { family, period: asked }: Pick<MovementQuery, "family" | "period">,
): Promise<string> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const first = await readFirstRun(app.db, shop, record.timeZone);
  if (first === null) return papaparse.unparse([columns]) + "\r\n";
  const today = calendarDayOf(await app.now(), record.timeZone);
  const period = periodOf(asked, today, parseCalendarDate(first.day) ?? today);
  const window = windowOf(family, period, record.timeZone, first.id);
  const nameOf = (key: string | null) => (key === null ? "" : nameOfLabel(program, family, key));
  const rows = await countByDay(app.db, shop, window);
  const lines = rows.map(({ day, fromKey, toKey, reason, decisions }) => [
    day,
    nameOf(fromKey),
    nameOf(toKey),
    reason,
    decisions,
  ]);
  // A tier may be named "=1+1"; a spreadsheet must not compute it.
  return papaparse.unparse([columns, ...lines], { escapeFormulae: true }) + "\r\n";
}
