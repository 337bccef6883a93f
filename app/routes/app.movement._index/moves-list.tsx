import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { MoveText } from "../../components/move-text.tsx";
import { reasonInWords } from "../../components/move-words.ts";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Move } from "../../use-cases/pages/page-words.ts";

/** Where few moved, each of them; newest first. */
export function MovesList({ moves }: { moves: Move[] }) {
  const text = useText();
  const formats = useFormats();
  const names = useCustomerNames(moves.map(({ customerId }) => customerId));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("movement.list.title")}
        </Text>
        <ScrollTable
          caption={text("movement.list.title")}
          captionHidden
          columns={[
            { heading: text("customers.column.customer") },
            { heading: text("flow.move") },
            { heading: text("movement.reasons.reason") },
            { heading: text("label-lines.day"), numeric: true },
          ]}
          rows={moves.map((move, index) => ({
            key: `${index} ${move.customerId}`,
            cells: [
              <Link key="customer" url={`/app/customers/${move.customerId}`} removeUnderline>
                <CustomerCell customerId={move.customerId} name={names[move.customerId]} />
              </Link>,
              <MoveText key="move" move={move} />,
              reasonInWords(move.reason, text),
              formats.date(move.at),
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}
