import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Button, Card } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { MovementFrame } from "../../components/movement/movement-frame.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { titledBy } from "../../components/page-title.ts";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readRunsPage, type RunsPage } from "../../use-cases/pages/runs-page.ts";
import { RunsFilters } from "./runs-filters.tsx";
import { addressOf, everyRun, queryFromAddress, searchOf } from "./runs-query.ts";
import { RunsTable } from "./runs-table.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("movement.tab.runs");

export async function loader({ request }: LoaderFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const query = queryFromAddress(new URL(request.url).searchParams);
  const page = await readRunsPage(app, session.shop, query, sessionToken.sub);
  return { page, now: new Date().toISOString() };
}

/** What did Echelon change, and can I take it back? */
export default function RunsRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  return (
    <MovementFrame tab="runs" shop={page.shop} now={now}>
      <Runs page={page} />
    </MovementFrame>
  );
}

function Runs({ page }: { page: RunsPage }) {
  const text = useText();
  const formats = useFormats();
  const { query, rows, nextCursor } = page;
  return (
    <>
      <LeadSentence>{sentence()}</LeadSentence>
      <Card>
        <BlockStack gap="400" inlineAlign="start">
          {query.hour === null ? (
            <RunsFilters query={query} />
          ) : (
            <Button url="/app/movement/runs">{text("runs.all-runs")}</Button>
          )}
          {rows.length === 0 ? (
            <QuietLine>
              {text(
                addressOf(query) === addressOf(everyRun) ? "runs.empty" : "runs.empty.filtered",
              )}
            </QuietLine>
          ) : (
            <Box width="100%">
              <RunsTable page={page} />
            </Box>
          )}
          {nextCursor === null ? null : (
            <Button url={addressOf({ ...query, cursor: nextCursor })}>{text("runs.older")}</Button>
          )}
          {rows.length === 0 ? null : (
            <ExportButton list="runs" search={searchOf({ ...query, cursor: null })} />
          )}
        </BlockStack>
      </Card>
    </>
  );

  function sentence(): string {
    if (query.hour === null) return text("runs.sentence");
    const until = new Date(Date.parse(query.hour) + 3_600_000).toISOString();
    return text("runs.sentence.hour", {
      from: formats.dateAndTime(query.hour),
      until: formats.time(until),
    });
  }
}
