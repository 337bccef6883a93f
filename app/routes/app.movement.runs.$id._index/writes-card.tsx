import { Banner, BlockStack, Card, Link, Text } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { RefusedList } from "../../components/publishing/refused-list.tsx";
import { RetryButton } from "../../components/publishing/retry-button.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { RunWritesView } from "../../use-cases/pages/run-page.ts";

/** What became in Shopify of the customers a run changed. */
export function WritesCard({ runId, writes }: { runId: string; writes: RunWritesView }) {
  const text = useText();
  const formats = useFormats();
  const { written, waiting, changedByOthers, lastWrittenAt, refused, isDryRun } = writes;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("run.writes.title")}
        </Text>
        {isDryRun ? <QuietLine>{text("run.writes.dry-run")}</QuietLine> : null}
        <FactList>
          <Fact term={text("run.writes.written")}>
            {text("run.writes.customers", { customers: written })}
          </Fact>
          <Fact term={text("run.writes.waiting")}>
            {text("run.writes.customers", { customers: waiting })}
          </Fact>
          {changedByOthers === 0 ? null : (
            <Fact term={text("run.writes.changed-by-others")}>
              <Link url="/app/publishing/drift">
                {text("run.writes.customers", { customers: changedByOthers })}
              </Link>
            </Fact>
          )}
          <Fact term={text("run.writes.last")}>
            {lastWrittenAt === null
              ? text("run.writes.last.never")
              : formats.dateAndTime(lastWrittenAt)}
          </Fact>
        </FactList>
        {refused.customers === 0 ? null : <RefusedPart runId={runId} refused={refused} />}
      </BlockStack>
    </Card>
  );
}

function RefusedPart({ runId, refused }: { runId: string; refused: RunWritesView["refused"] }) {
  const text = useText();
  const { customers } = refused;
  return (
    <>
      <Banner tone="critical" title={text("run.writes.refused", { customers })}>
        <BlockStack gap="200" inlineAlign="start">
          <Text as="p">{text("run.writes.refused.what-to-do")}</Text>
          <RetryButton runId={runId} label={text("run.writes.retry", { customers })} />
        </BlockStack>
      </Banner>
      <RefusedList refused={refused} />
    </>
  );
}
