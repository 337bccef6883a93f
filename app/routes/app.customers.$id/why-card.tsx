import { BlockStack, Card, Text } from "@shopify/polaris";
import { TierLadder } from "../../components/charts/tier-ladder.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Why } from "../../use-cases/pages/why.ts";
import { enterSentence } from "./distance-sentences.ts";
import { heldSentences } from "./held-sentences.ts";
import { RuleTable } from "./rule-table.tsx";
import { ScoreTable } from "./score-table.tsx";
import { whySentences } from "./why-sentences.ts";
import styles from "./why-card.module.css";

/** One sentence with the answer, where that is on the ladder, what holds it, and the rules behind it. */
export function WhyCard({ why }: { why: Why | null }) {
  const text = useText();
  const formats = useFormats();
  if (why === null) {
    return (
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {text("customer.why.title-not-ranked")}
          </Text>
          <Text as="p">{text("customers.not-scored")}</Text>
        </BlockStack>
      </Card>
    );
  }
  const { automaticTier: tier, valueBeats, asOf } = why;
  const held = tier === null ? [] : heldSentences(why, text, formats);
  const toEnter = enterSentence(why, text, formats);

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {tier
            ? text("customer.why.title", { tier: tier.name })
            : text("customer.why.title-not-ranked")}
        </Text>
        <Text as="p">{whySentences(why, text, formats).join(" ")}</Text>
        {held.length === 0 ? null : (
          <ul className={styles.steps}>
            {held.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {tier && valueBeats !== null ? (
          <TierLadder tiers={why.tiers} current={tier} valueBeats={valueBeats} />
        ) : null}
        {toEnter === null ? null : <Text as="p">{toEnter}</Text>}
        {why.rules.length > 0 ? <RuleTable why={why} /> : null}
        {why.scores.length > 0 ? <ScoreTable why={why} /> : null}
        <QuietLine>{text("customer.scores.as-of", { date: formats.calendarDate(asOf) })}</QuietLine>
      </BlockStack>
    </Card>
  );
}
