import { BlockStack, Card, Text } from "@shopify/polaris";
import { NextChangeText } from "../../components/next-change-text.tsx";
import { moveInWords } from "../../components/move-words.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Why } from "../../use-cases/pages/why.ts";
import { causeInWords } from "./cause-words.ts";
import { keepSentence } from "./distance-sentences.ts";

/** When the labels change by themselves, why then and to what, and what would prevent it. */
export function NextChangeCard({ why }: { why: Why }) {
  const text = useText();
  const formats = useFormats();
  const { nextChange } = why;
  const toKeep = keepSentence(why, text, formats);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("why.next.title")}
        </Text>
        {nextChange === null ? (
          <Text as="p">{text("why.next.none")}</Text>
        ) : (
          <>
            <Text as="p">
              {text("why.next.sentence", {
                date: formats.calendarDate(nextChange.on),
                cause: causeInWords(nextChange.cause, why.windowDays, text, formats),
              })}
            </Text>
            <NextChangeText change={nextChange} />
            {nextChange.tier !== null && nextChange.group !== null ? (
              <Text as="p">{moveInWords(nextChange.group, text)}</Text>
            ) : null}
          </>
        )}
        {toKeep === null ? null : <Text as="p">{toKeep}</Text>}
        <QuietLine>{text("soon.cut-offs")}</QuietLine>
      </BlockStack>
    </Card>
  );
}
