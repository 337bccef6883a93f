import type { App } from "../app.ts";
import { csvLine } from "../pages/csv-line.ts";
import { readRunsPage, type Actor } from "../pages/runs-page.ts";
import type { ExportQuery } from "./export-list.ts";

const columns = [
  ...["run_id", "from", "until", "kind", "act", "by", "runs", "customers_changed"],
  ...["waiting_to_be_written", "state"],
];

/** The runs as the list has them, those of orders folded into hours unless one hour is asked for. */
export async function* exportRuns(
  app: App,
  shop: string,
  { runs, reader }: ExportQuery,
): AsyncGenerator<string> {
  yield csvLine(columns);
  let cursor: string | null = null;
  do {
    const page = await readRunsPage(app, shop, { ...runs, cursor }, reader);
    for (const row of page.rows) {
      if (row.kind === "hour") {
        const { from, until, runs: count, customersChanged } = row;
        yield csvLine([null, from, until, "order", null, "itself", count, customersChanged]);
        continue;
      }
      const act =
        row.act === null ? null : `${row.act.kind}${row.act.isRelease ? " released" : ""}`;
      yield csvLine([
        ...[row.id, row.at, row.at, row.started, act, actorInWords(row.actor, reader), 1],
        ...[row.customersChanged, row.waiting, row.state],
      ]);
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
}

/** A file is for whoever gets it: the reader is told by the end of their number like other staff. */
function actorInWords(actor: Actor, reader: string): string {
  if (actor.kind === "you") return `staff …${reader.slice(-4)}`;
  return actor.kind === "staff" ? `staff …${actor.ending}` : actor.kind;
}
