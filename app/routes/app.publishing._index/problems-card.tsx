import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { CustomerNotes } from "../../components/publishing/customer-notes.tsx";
import { problemWords } from "../../components/publishing/problem-words.ts";
import { RetryButton } from "../../components/publishing/retry-button.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { PublishingPage } from "../../use-cases/pages/publishing-page.ts";

/** Customers Shopify refused to change, and what it said. */
export function ProblemsCard({ refused }: { refused: PublishingPage["refused"] }) {
  const text = useText();
  const { customers, first } = refused;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("publishing.problems.title")}
        </Text>
        <Text as="p">{text("publishing.problems.sentence", { problems: customers })}</Text>
        <CustomerNotes
          customers={first.map(({ customerId, problem }) => ({
            customerId,
            note: problemWords(problem, text),
          }))}
        />
        {customers > first.length ? (
          <QuietLine>
            {text("publishing.problems.more", { more: customers - first.length })}
          </QuietLine>
        ) : null}
        <InlineStack gap="300">
          <ExportButton list="refused" />
          <RetryButton runId={null} label={text("publishing.problems.retry")} />
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
