import { BlockStack, Card, Text } from "@shopify/polaris";
import { MoveText } from "../../components/move-text.tsx";
import { reasonInWords } from "../../components/move-words.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Move } from "../../use-cases/pages/page-words.ts";
import styles from "./timeline.module.css";

/** Every change of tier and group of this customer, newest first. */
export function CustomerMovesCard({ moves }: { moves: Move[] }) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("customer.moves.title")}
        </Text>
        {moves.length === 0 ? <QuietLine>{text("customer.moves.none")}</QuietLine> : null}
        <ol className={styles.timeline}>
          {moves.map((move) => (
            <li key={`${move.family} ${move.at}`} className={styles.move}>
              <MoveText move={move} />
              <Text as="span" tone="subdued" variant="bodySm">
                <time dateTime={move.at}>{formats.dateAndTime(move.at)}</time> ·{" "}
                {reasonInWords(move.reason, text)}
              </Text>
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}
