import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { riskInWords } from "../../components/risk-words.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { CustomerOutlook } from "../../use-cases/pages/customer-outlook.ts";
import { riskSentences } from "./risk-sentences.ts";

/** How late this customer is, by their own rhythm or the shop's. */
export function RhythmCard({ risk }: { risk: CustomerOutlook["risk"] }) {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" align="space-between">
          <Text as="h2" variant="headingMd">
            {text("rhythm.title")}
          </Text>
          {risk === null ? null : <Badge>{riskInWords(risk.level, text)}</Badge>}
        </InlineStack>
        {risk === null ? (
          <QuietLine>{text("rhythm.none")}</QuietLine>
        ) : (
          <Text as="p">{riskSentences(risk, text).join(" ")}</Text>
        )}
      </BlockStack>
    </Card>
  );
}
