import { BlockStack, Card, Text } from "@shopify/polaris";
import { missingInWords } from "../../components/missing-words.ts";
import { oddsOf } from "../../components/odds.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Forecasts } from "../../use-cases/pages/forecasts-page.ts";
import { CalibrationPicture } from "./calibration-picture.tsx";
import { RulesCard } from "./rules-card.tsx";

type Fitted = Extract<Forecasts, { kind: "fitted" }>;

interface BackTestCardsProps {
  backTest: Fitted["backTest"];
  chosen: Fitted["chosen"];
  leansOnIndustry: boolean;
}

/** What the forecasts would have said the last time, and what happened. */
export function BackTestCards({ backTest, chosen, leansOnIndustry }: BackTestCardsProps) {
  const text = useText();
  const formats = useFormats();
  const leans = leansOnIndustry ? <QuietLine>{text("forecasts.leans")}</QuietLine> : null;

  if (backTest.kind === "not-enough-history")
    return (
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {text("forecasts.title")}
          </Text>
          <Text as="p">
            {text("forecasts.untested", { missing: missingInWords(backTest.missing, text) })}
          </Text>
          {leans}
        </BlockStack>
      </Card>
    );

  const { customers, buyers, horizonDays: days, chances } = backTest;
  const right = chances.rightAbout;
  return (
    <>
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {text("forecasts.title")}
          </Text>
          <Text as="p">
            {text("forecasts.sentence", {
              ...oddsOf(right / Math.max(1, customers)),
              days,
              date: formats.calendarDate(backTest.cutOn),
            })}
          </Text>
          <QuietLine>
            {text("forecasts.sentence.detail", {
              customers,
              buyers,
              days,
              right,
              plain: Math.max(buyers, customers - buyers),
            })}
          </QuietLine>
          {leans}
        </BlockStack>
      </Card>
      {chances.bins.length > 0 ? (
        <Card>
          <CalibrationPicture bins={chances.bins} horizonDays={days} />
        </Card>
      ) : null}
      <RulesCard backTest={backTest} chosen={chosen} />
    </>
  );
}
