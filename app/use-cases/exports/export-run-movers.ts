import { listRunMovers, type RunMover } from "../../persistence/run-decisions.ts";
import { readRun } from "../../persistence/runs.ts";
import type { App } from "../app.ts";
import { csvLine } from "../pages/csv-line.ts";
import { isRunId, namesOfRun } from "../pages/run-page.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram, readProgramVersion } from "../scoring/live-program.ts";
import type { ExportQuery } from "./export-list.ts";
import { moneyColumn } from "./money-column.ts";

const partSize = 1_000;
const columns = ["customer_id", "tier_from", "tier_to", "group_from", "group_to", "window_spend"];

/** Whom a run moved, who spends most first; of a run that is not there only the head. */
export async function* exportRunMovers(
  app: App,
  shop: string,
  { id }: ExportQuery,
): AsyncGenerator<string> {
  const record = await requireShop(app, shop);
  const money = moneyColumn(record.currencyCode);
  yield csvLine(columns);
  const run = isRunId(id) ? await readRun(app.db, shop, id) : null;
  if (run === null) return;
  const program = await readProgramVersion(app.db, shop, run.programVersion);
  const name = namesOfRun(program, await readLiveProgram(app, record));
  let last: RunMover | undefined;
  do {
    const part: RunMover[] = await listRunMovers(app.db, shop, id, last ?? null, partSize);
    for (const { customerId, tier, group, windowNetMinorUnits } of part)
      yield csvLine([
        String(customerId),
        ...[tier && name("tier", tier.from), tier && name("tier", tier.to)],
        ...[group && name("group", group.from), group && name("group", group.to)],
        money(Number(windowNetMinorUnits)),
      ]);
    last = part.at(partSize - 1);
  } while (last !== undefined);
}
