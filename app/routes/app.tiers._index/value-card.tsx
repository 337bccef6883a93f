import { BlockStack, Card, Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { TiersPage } from "../../use-cases/pages/tiers-page.ts";

const WHOLE_BP = 10000;

/** What the ranking looks at, in one sentence. */
export function ValueCard({ program }: { program: TiersPage["program"] }) {
  const text = useText();
  const formats = useFormats();
  const { recency, frequency, monetary } = program.weights;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {text("tiers.value.title")}
        </Text>
        <Text as="p">
          {text("tiers.value.sentence", {
            recency: formats.percent(recency / WHOLE_BP),
            frequency: formats.percent(frequency / WHOLE_BP),
            monetary: formats.percent(monetary / WHOLE_BP),
            days: program.windowDays,
          })}
        </Text>
      </BlockStack>
    </Card>
  );
}
