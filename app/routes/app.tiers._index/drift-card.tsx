import { BlockStack, Card, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { DriftSummary } from "../../use-cases/scoring/calibration-drift.ts";
import { baseSizeSentence, driftSentence, limitInWords, metricInWords } from "./drift-words.ts";

/** How the limits of the scores moved since the calculation before, and whether they are the shop's own. */
export function DriftCard({ summary }: { summary: DriftSummary }) {
  const text = useText();
  const formats = useFormats();
  const { drift } = summary;
  const baseSize = baseSizeSentence(summary.baseSize, text);
  const metrics = drift?.headline.kind === "moved" ? drift.metrics : [];

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("tiers.drift.title")}
        </Text>
        {baseSize === null ? null : <Text as="p">{baseSize}</Text>}
        {drift === null ? (
          <QuietLine>{text("tiers.drift.first")}</QuietLine>
        ) : (
          <Text as="p">{driftSentence(drift, text, formats)}</Text>
        )}
        {drift !== null && metrics.length > 0 ? (
          <ScrollTable
            caption={text("tiers.drift.caption")}
            columns={[
              { heading: text("tiers.drift.rule") },
              { heading: text("tiers.drift.score"), numeric: true },
              { heading: formats.calendarDate(drift.from), numeric: true },
              { heading: formats.calendarDate(summary.asOf), numeric: true },
            ]}
            rows={metrics.flatMap(({ metric, cutPoints }) =>
              cutPoints
                .filter(({ from, to }) => from !== to)
                .map(({ score, from, to }) => ({
                  key: `${metric} ${String(score)}`,
                  cells: [
                    metricInWords(metric, text),
                    formats.integer(score),
                    limitInWords(metric, from, text, formats),
                    limitInWords(metric, to, text, formats),
                  ],
                })),
            )}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}
