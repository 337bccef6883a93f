import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { MoveText } from "../../components/move-text.tsx";
import { reasonInWords } from "../../components/move-words.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Move } from "../../use-cases/pages/page-words.ts";
import styles from "./recent-moves-card.module.css";

/** Who moved lately, newest first. */
export function RecentMovesCard({ moves, since }: { moves: Move[]; since: string }) {
  const text = useText();
  const formats = useFormats();
  const names = useCustomerNames(moves.map((move) => move.customerId));

  return (
    <section aria-label={text("home.moves.title")}>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {text("home.moves.title")}
          </Text>
          {moves.length === 0 ? (
            <QuietLine>{text("home.moves.none", { date: formats.date(since) })}</QuietLine>
          ) : null}
          <ul className={styles.moves}>
            {moves.map((move) => (
              <li key={`${move.customerId} ${move.family} ${move.at}`} className={styles.move}>
                <Link url={`/app/customers/${move.customerId}`} removeUnderline>
                  <CustomerCell customerId={move.customerId} name={names[move.customerId]} />
                </Link>
                <MoveText move={move} />
                <Text as="span" tone="subdued">
                  {reasonInWords(move.reason, text)}
                </Text>
                <Text as="span" tone="subdued">
                  <time dateTime={move.at} title={formats.dateAndTime(move.at)}>
                    {formats.date(move.at)}
                  </time>
                </Text>
              </li>
            ))}
          </ul>
        </BlockStack>
      </Card>
    </section>
  );
}
