import { BlockStack, Card, Text } from "@shopify/polaris";
import { TierLadder } from "../../components/charts/tier-ladder.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomerPage } from "../../use-cases/pages/customer-page.ts";
import { ScoreTable } from "./score-table.tsx";
import { whySentences } from "./why-sentences.ts";

/** One sentence with the answer, where that is on the ladder, and the rules behind it. */
export function WhyCard({ page }: { page: CustomerPage }) {
  const text = useText();
  const formats = useFormats();
  const { tier, valueBeats, asOf } = page;

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {tier
            ? text("customer.why.title", { tier: tier.name })
            : text("customer.why.title-not-ranked")}
        </Text>
        <Text as="p">{whySentences(page, text, formats).join(" ")}</Text>
        {tier && valueBeats !== null ? (
          <TierLadder tiers={page.tiers} current={tier} valueBeats={valueBeats} />
        ) : null}
        {page.scores.length > 0 ? <ScoreTable page={page} /> : null}
        {asOf === null ? null : (
          <QuietLine>
            {text("customer.scores.as-of", { date: formats.calendarDate(asOf) })}
          </QuietLine>
        )}
      </BlockStack>
    </Card>
  );
}
