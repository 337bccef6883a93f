import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { LeadSentence } from "../../components/lead-sentence.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { PreviewMatrix } from "../../components/preview/preview-matrix.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { ShadowComparison } from "../../use-cases/previewing/compare-shadow.ts";

/** Fewer days say more about the days than about the rules. */
const FEWEST_DAYS = 14;

/** From where customers are to where the other rules would have them, with what they really spent meanwhile. */
export function ShadowCard({ comparison }: { comparison: ShadowComparison }) {
  const text = useText();
  const formats = useFormats();
  const { submit, state } = useFetcher();
  const { tiers, up, down, daysRunning, rankedCustomers, isEvaluated } = comparison;
  const started = formats.calendarDate(comparison.startedOn);
  const send = (intent: "adopt" | "stop") => submit({ intent }, { method: "post" });

  return (
    <>
      <LeadSentence>
        {isEvaluated
          ? text("tiers.shadow.sentence", {
              elsewhere: tiers.changed,
              ranked: rankedCustomers,
              up,
              down,
            })
          : text("tiers.shadow.waiting")}
      </LeadSentence>
      <Card>
        <BlockStack gap="400">
          <Text as="h2" variant="headingMd">
            {text("tiers.shadow.card")}
          </Text>
          <QuietLine>{text("tiers.shadow.since", { date: started, days: daysRunning })}</QuietLine>
          {isEvaluated ? (
            <PreviewMatrix
              caption={text("tiers.shadow.matrix", { date: started })}
              family={tiers}
              onSeeStep={null}
            />
          ) : null}
          {daysRunning < FEWEST_DAYS ? (
            <QuietLine>{text("tiers.shadow.early", { days: FEWEST_DAYS })}</QuietLine>
          ) : null}
          <InlineStack gap="200">
            <Button variant="primary" onClick={() => send("adopt")} disabled={state !== "idle"}>
              {text("tiers.shadow.adopt")}
            </Button>
            <Button onClick={() => send("stop")} disabled={state !== "idle"}>
              {text("tiers.shadow.stop")}
            </Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </>
  );
}
