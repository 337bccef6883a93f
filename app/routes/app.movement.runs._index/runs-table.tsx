import { Link } from "@shopify/polaris";
import { RunBadge } from "../../components/runs/run-badge.tsx";
import { actorInWords, startedInWords } from "../../components/runs/run-words.ts";
import { ScrollTable, type TableRow } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { HourRow, RunRow, RunsPage } from "../../use-cases/pages/runs-page.ts";
import { addressOf, everyRun } from "./runs-query.ts";

/** Runs, newest first; each row leads to its run, an hour of orders to the runs in it. */
export function RunsTable({ page }: { page: RunsPage }) {
  const text = useText();
  const formats = useFormats();
  return (
    <ScrollTable
      caption={text("runs.caption")}
      captionHidden
      columns={[
        { heading: text("runs.column.started") },
        { heading: text("runs.column.when") },
        { heading: text("runs.column.who") },
        { heading: text("runs.column.changed"), numeric: true },
        { heading: text("runs.column.written"), numeric: true },
        { heading: text("runs.column.state") },
      ]}
      rows={page.rows.map((row) => (row.kind === "hour" ? hour(row) : run(row)))}
    />
  );

  function hour({ from, until, runs, customersChanged }: HourRow): TableRow {
    const times = { from: formats.dateAndTime(from), until: formats.time(until) };
    return {
      key: from,
      cells: [
        <Link key="run" url={addressOf({ ...everyRun, hour: from })} removeUnderline>
          {text("runs.started.hour", { runs })}
        </Link>,
        text("runs.hour", times),
        text("runs.who.itself"),
        formats.integer(customersChanged),
        "",
        "",
      ],
    };
  }

  function run(row: RunRow): TableRow {
    return {
      key: row.id,
      cells: [
        <Link key="run" url={`/app/movement/runs/${row.id}`} removeUnderline>
          {startedInWords(row, text)}
        </Link>,
        formats.dateAndTime(row.at),
        actorInWords(row.actor, text),
        formats.integer(row.customersChanged),
        written(row),
        <RunBadge key="state" state={row.state} />,
      ],
    };
  }

  function written({ customersChanged, waiting }: RunRow): string {
    if (!page.isPublishing || customersChanged === 0) return text("runs.written.none");
    return waiting === 0 ? text("runs.written.all") : text("runs.written.waiting", { waiting });
  }
}
