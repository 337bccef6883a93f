import { BlockStack, Card, Text } from "@shopify/polaris";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Forecasts } from "../../use-cases/pages/forecasts-page.ts";
import { ruleInWords, biasInWords } from "./rule-words.ts";
import { rulesSentences } from "./rules-sentences.ts";

type Fitted = Extract<Forecasts, { kind: "fitted" }>;

interface RulesCardProps {
  backTest: Extract<Fitted["backTest"], { kind: "tested" }>;
  chosen: Fitted["chosen"];
}

/** The models beside rules that anybody could use: orders and spend, and whose best tenth was worth most. */
export function RulesCard({ backTest, chosen }: RulesCardProps) {
  const text = useText();
  const formats = useFormats();
  const { purchases, spend } = backTest;
  const bias = (share: number | null) => biasInWords(share, text, formats);

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("forecasts.rules.title")}
        </Text>
        <Text as="p">{rulesSentences(backTest, text, formats).join(" ")}</Text>
        <ScrollTable
          caption={text("forecasts.rules.orders")}
          columns={[
            { heading: text("forecasts.rules.rule") },
            { heading: text("forecasts.rules.error"), numeric: true },
            { heading: text("forecasts.rules.bias"), numeric: true },
          ]}
          rows={purchases.scores.map((score) => ({
            key: score.rule,
            cells: [
              ruleInWords(score.rule, chosen.purchases, text),
              score.meanAbsoluteError === null ? "–" : formats.decimal(score.meanAbsoluteError),
              bias(score.bias),
            ],
          }))}
        />
        <ScrollTable
          caption={text("forecasts.rules.spend")}
          columns={[
            { heading: text("forecasts.rules.rule") },
            { heading: text("forecasts.rules.error"), numeric: true },
            { heading: text("forecasts.rules.bias"), numeric: true },
            { heading: text("forecasts.rules.top"), numeric: true },
          ]}
          rows={spend.scores.map((score) => ({
            key: score.rule,
            cells: [
              ruleInWords(score.rule, chosen.spend, text),
              score.meanAbsoluteErrorMinor === null
                ? "–"
                : formats.money(Math.round(score.meanAbsoluteErrorMinor)),
              bias(score.bias),
              score.topTenthShare === null ? "–" : formats.percent(score.topTenthShare),
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}
