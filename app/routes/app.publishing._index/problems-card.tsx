import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { RefusedList } from "../../components/publishing/refused-list.tsx";
import { RetryButton } from "../../components/publishing/retry-button.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { PublishingPage } from "../../use-cases/pages/publishing-page.ts";

/** Customers Shopify refused to change, and what it said. */
export function ProblemsCard({ refused }: { refused: PublishingPage["refused"] }) {
  const text = useText();
  const { customers } = refused;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("publishing.problems.title")}
        </Text>
        <Text as="p">{text("publishing.problems.sentence", { problems: customers })}</Text>
        <RefusedList refused={refused} />
        <InlineStack gap="300">
          <ExportButton list="refused" />
          <RetryButton runId={null} label={text("publishing.problems.retry")} />
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
