import { BlockStack, Card, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { traitInWords } from "../../components/trait-words.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomerOutlook } from "../../use-cases/pages/customer-outlook.ts";
import styles from "./traits-card.module.css";
import { evidenceInWords } from "./evidence-words.ts";

/** How this customer buys, each trait with what it is concluded from. */
export function TraitsCard({ traits }: { traits: CustomerOutlook["traits"] }) {
  const text = useText();
  const formats = useFormats();
  const shown = traits.filter(({ kind }) => kind === "shown");
  const others = traits.filter(({ kind }) => kind !== "shown");

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("traits.title")}
        </Text>
        {shown.length === 0 ? (
          <QuietLine>{text(traits.length === 0 ? "traits.too-early" : "traits.none")}</QuietLine>
        ) : null}
        {shown.length > 0 ? (
          <ul className={styles.traits}>
            {shown.map(({ evidence, confidence }) => (
              <li key={evidence.trait}>
                <Text as="h3" variant="headingSm">
                  {traitInWords(evidence.trait, text)}
                </Text>
                <Text as="p">{evidenceInWords(evidence, text, formats)}</Text>
                <Text as="p" tone="subdued">
                  {text("traits.confidence", { confidence: formats.percentDown(confidence) })}
                </Text>
              </li>
            ))}
          </ul>
        ) : null}
        {others.length > 0 ? (
          <details className={styles.others}>
            <summary>{text("traits.others", { traits: others.length })}</summary>
            <ul className={styles.traits}>
              {others.map(({ evidence }) => (
                <li key={evidence.trait}>
                  <Text as="h3" variant="headingSm">
                    {text("traits.not", { trait: traitInWords(evidence.trait, text) })}
                  </Text>
                  <Text as="p">{evidenceInWords(evidence, text, formats)}</Text>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </BlockStack>
    </Card>
  );
}
