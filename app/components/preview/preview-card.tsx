import { BlockStack, Box, Button, Card, List, SkeletonBodyText, Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { CardError } from "../page-states/card-error.tsx";
import { QuietLine } from "../page-states/quiet-line.tsx";
import { heldInWords } from "./held-words.ts";
import { MoverList } from "./mover-list.tsx";
import { PreviewBars } from "./preview-bars.tsx";
import styles from "./preview-card.module.css";
import { PreviewMatrix } from "./preview-matrix.tsx";
import { moveSentence, otherSentences } from "./preview-sentences.ts";
import type { PreviewState } from "./use-preview.ts";

const SKELETON_LINES = 12;

interface PreviewCardProps {
  shown: PreviewState;
  /** Which labels the page is about: their matrix comes first, and the other's only when it moves. */
  about: "tiers" | "groups";
  /** Opens the list of those who move. */
  onSeeMovers: (() => void) | null;
  /** The same of one step alone. */
  onSeeStep: ((from: string | null, to: string | null) => void) | null;
}

/** What changes if the form is saved. Old numbers stay, dimmed, until the new ones are there. */
export function PreviewCard({ shown, about, onSeeMovers, onSeeStep }: PreviewCardProps) {
  const text = useText();
  const formats = useFormats();
  const { preview, refused, state } = shown;

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("preview.title")}
        </Text>
        <div aria-live="polite" className={styles.state}>
          <QuietLine>{stateInWords()}</QuietLine>
        </div>
        {state === "failed" ? (
          <CardError sentence={text("preview.failed")} onRetry={shown.retry} />
        ) : null}
        {preview === null ? (
          <Box minHeight="20rem">
            <SkeletonBodyText lines={SKELETON_LINES} />
          </Box>
        ) : (
          <div className={state === "updating" ? styles.old : undefined}>
            <BlockStack gap="400">
              <Text as="p" variant="headingSm">
                {about === "tiers"
                  ? moveSentence(preview, text)
                  : text("preview.groups.moved", {
                      changed: preview.groups.changed,
                      ranked: preview.rankedCustomers,
                    })}
              </Text>
              <PreviewMatrix
                caption={text(about === "tiers" ? "preview.matrix.tiers" : "preview.matrix.groups")}
                family={preview[about]}
                onSeeStep={onSeeStep}
              />
              {about === "tiers" ? <PreviewBars {...preview.tiers} /> : null}
              {preview.held.length > 0 ? (
                <BlockStack gap="100">
                  <Text as="h3" variant="headingSm">
                    {text("preview.held.title")}
                  </Text>
                  <List>
                    {preview.held.map(({ by, customers }) => (
                      <List.Item key={by}>
                        {text("preview.held", { customers, reason: heldInWords(by, text) })}
                      </List.Item>
                    ))}
                  </List>
                </BlockStack>
              ) : null}
              <BlockStack gap="100">
                {otherSentences(preview, text, formats).map((sentence) => (
                  <Text key={sentence} as="p">
                    {sentence}
                  </Text>
                ))}
              </BlockStack>
              {preview.biggestMovers.length > 0 ? (
                <MoverList movers={preview.biggestMovers} labels={preview.tiers.labels} />
              ) : null}
            </BlockStack>
          </div>
        )}
        {onSeeMovers ? (
          <Button onClick={onSeeMovers} disabled={preview === null || preview.tiers.changed === 0}>
            {text("preview.see-movers")}
          </Button>
        ) : null}
      </BlockStack>
    </Card>
  );

  function stateInWords(): string {
    if (state === "failed") return "";
    if (refused !== null) return text("preview.refused");
    if (state === "updating") return text("preview.updating");
    return text("preview.as-of", { date: formats.calendarDate(preview?.asOf ?? "1970-01-01") });
  }
}
