import { BlockStack, Card, Text } from "@shopify/polaris";
import { AsOfLine } from "../../components/insights/as-of-line.tsx";
import { missingInWords } from "../../components/missing-words.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomerOutlook } from "../../use-cases/pages/customer-outlook.ts";
import { ForecastRanges } from "./forecast-ranges.tsx";
import { forecastSentences } from "./forecast-sentences.ts";
import { modelSentence } from "./model-sentence.ts";

/** What happens next with this customer, and how sure that is. */
export function OutlookCard({ outlook }: { outlook: CustomerOutlook }) {
  const text = useText();
  const formats = useFormats();
  const { forecast } = outlook;

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("outlook.title")}
        </Text>
        {forecast.kind === "forecast" ? (
          <>
            <Text as="p">{forecastSentences(forecast, text, formats).join(" ")}</Text>
            <ForecastRanges forecast={forecast} />
            <QuietLine>{modelSentence(forecast, text)}</QuietLine>
            <AsOfLine asOf={outlook.asOf} />
          </>
        ) : (
          <QuietLine>{nothingYet()}</QuietLine>
        )}
      </BlockStack>
    </Card>
  );

  function nothingYet(): string {
    switch (forecast.kind) {
      case "not-enough-history":
        return text("outlook.not-enough", { missing: missingInWords(forecast.missing, text) });
      case "no-orders":
        return text("outlook.no-orders");
      default:
        return text("outlook.not-studied");
    }
  }
}
