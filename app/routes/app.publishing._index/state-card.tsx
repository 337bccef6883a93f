import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PublishingPage } from "../../use-cases/pages/publishing-page.ts";

/** What waits, what Shopify lets us do, and what others changed. */
export function StateCard({ page }: { page: PublishingPage }) {
  const text = useText();
  const formats = useFormats();
  const { budget, drift, waiting } = page;
  const { lastWrittenAt } = page.tags;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("publishing.state.title")}
        </Text>
        <FactList>
          <Fact term={text("publishing.state.waiting")}>{formats.integer(waiting)}</Fact>
          <Fact term={text("publishing.state.last-written")}>
            {lastWrittenAt === null
              ? text("publishing.state.never")
              : formats.dateAndTime(lastWrittenAt)}
          </Fact>
          <Fact term={text("publishing.state.budget")}>
            {budget === null
              ? text("publishing.state.unknown")
              : text("publishing.state.budget.of", budget)}
          </Fact>
          <Fact term={text("publishing.state.drift")}>
            {text("publishing.state.drift.open", { open: drift.totals.open })}
          </Fact>
        </FactList>
        <Link url="/app/publishing/drift">{text("publishing.state.drift.link")}</Link>
      </BlockStack>
    </Card>
  );
}
