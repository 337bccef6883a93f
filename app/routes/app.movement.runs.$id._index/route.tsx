import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { MoveMatrix } from "../../components/charts/move-matrix.tsx";
import { PageFrame } from "../../components/page-frame.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { titledBy } from "../../components/page-title.ts";
import { useRevalidateWhileVisible } from "../../components/revalidate-while-visible.ts";
import { RunBadge } from "../../components/runs/run-badge.tsx";
import { actorInWords, startedInWords } from "../../components/runs/run-words.ts";
import { app } from "../../composition.server.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { authenticate } from "../../shopify/shopify.server.ts";
import { readRunPage, type RunPage } from "../../use-cases/pages/run-page.ts";
import { MoversCard } from "./movers-card.tsx";
import { RulesCard } from "./rules-card.tsx";
import { UndoButton } from "./undo-button.tsx";
import { WritesCard } from "./writes-card.tsx";

export { PageError as ErrorBoundary } from "../../components/page-states/page-error.tsx";
export const meta = titledBy("run.title");

const PROGRESS_POLL_MS = 5000;
const nowhere = { currencyCode: "USD", timeZone: "UTC" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { session, sessionToken } = await authenticate.admin(request);
  const cursor = new URL(request.url).searchParams.get("cursor");
  const id = params["id"] ?? "";
  const page = await readRunPage(app, session.shop, id, cursor, sessionToken.sub);
  return { page, now: new Date().toISOString() };
}

/** What did this run change, and can I take it back? */
export default function RunRoute() {
  const { page, now } = useLoaderData<typeof loader>();
  const text = useText();
  const writes = page?.writes ?? null;
  const isBeingWritten = writes !== null && writes.waiting > 0 && !writes.isDryRun;
  useRevalidateWhileVisible(isBeingWritten ? PROGRESS_POLL_MS : null);
  const backTo = { content: text("movement.tab.runs"), url: "/app/movement/runs" };
  const title = page === null ? text("run.title") : startedInWords(page.run, text);
  return (
    <PageFrame title={title} shop={page?.shop ?? nowhere} now={now} backTo={backTo}>
      {page === null ? <LeadSentence>{text("run.unknown")}</LeadSentence> : <Run page={page} />}
    </PageFrame>
  );
}

function Run({ page }: { page: RunPage }) {
  const text = useText();
  const { run } = page;
  const { customersChanged: changed, customersScored: scored } = run;
  return (
    <>
      <LeadSentence>
        {changed === 0
          ? text("run.sentence.nobody", { scored })
          : text("run.sentence", { changed, scored })}
      </LeadSentence>
      <FactsCard page={page} />
      {page.writes === null ? null : <WritesCard runId={run.id} writes={page.writes} />}
      {page.programChanges === null ? null : <RulesCard changes={page.programChanges} />}
      {page.moves.length === 0 ? null : (
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {text("run.matrix.title")}
            </Text>
            <MoveMatrix moves={page.moves} tierNames={page.tierNames} />
          </BlockStack>
        </Card>
      )}
      {page.movers.length === 0 ? null : <MoversCard page={page} />}
    </>
  );
}

function FactsCard({ page: { run } }: { page: RunPage }) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <FactList>
          <Fact term={text("runs.column.when")}>{formats.dateAndTime(run.at)}</Fact>
          <Fact term={text("runs.column.who")}>{actorInWords(run.actor, text)}</Fact>
          <Fact term={text("runs.column.state")}>
            <RunBadge state={run.state} />
          </Fact>
          {run.reason === null ? null : <Fact term={text("run.facts.reason")}>{run.reason}</Fact>}
          {run.part === "upgrades" ? (
            <Fact term={text("run.facts.part")}>{text("run.facts.part.upgrades")}</Fact>
          ) : null}
          {run.skipped > 0 ? (
            <Fact term={text("run.facts.skipped")}>
              {text("run.facts.skipped.count", { skipped: run.skipped })}
            </Fact>
          ) : null}
        </FactList>
        {run.undoes === null ? null : (
          <Link url={`/app/movement/runs/${run.undoes}`}>
            {text(run.started === "redo" ? "run.redoes" : "run.undoes")}
          </Link>
        )}
        {run.undoneBy !== null ? (
          <Link url={`/app/movement/runs/${run.undoneBy}`}>{text("run.undone-by")}</Link>
        ) : run.isFirst ? (
          <QuietLine>{text("run.undo.first")}</QuietLine>
        ) : (
          <InlineStack>
            <UndoButton run={run} />
          </InlineStack>
        )}
      </BlockStack>
    </Card>
  );
}
