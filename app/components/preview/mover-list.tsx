import { BlockStack, InlineStack, Link, Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { FamilyPreview, Mover } from "../../use-cases/previewing/preview-words.ts";
import { CustomerCell } from "../customer-cell.tsx";
import { useCustomerNames } from "../customer-names.ts";
import { moveInWords } from "../move-words.ts";

interface MoverListProps {
  movers: Mover[];
  labels: FamilyPreview["labels"];
}

/** The movers who spent most. Names arrive after the numbers. */
export function MoverList({ movers, labels }: MoverListProps) {
  const text = useText();
  const formats = useFormats();
  const names = useCustomerNames(movers.map(({ customerId }) => customerId));
  const nameOf = (key: string | null) =>
    key === null ? null : (labels.find((label) => label.key === key)?.name ?? key);

  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {text("preview.biggest")}
      </Text>
      {movers.map(({ customerId, from, to, direction, windowNetMinorUnits }) => (
        <InlineStack key={customerId} align="space-between" gap="200" wrap={false}>
          <BlockStack>
            <Link url={`/app/customers/${customerId}`} removeUnderline>
              <CustomerCell customerId={customerId} name={names[customerId]} />
            </Link>
            <Text as="span" tone="subdued">
              {ARROWS[direction]}
              {moveInWords({ from: nameOf(from), to: nameOf(to) }, text)}
            </Text>
          </BlockStack>
          <Text as="span" numeric>
            {formats.moneyInShort(windowNetMinorUnits)}
          </Text>
        </InlineStack>
      ))}
    </BlockStack>
  );
}

const ARROWS = { up: "↑ ", down: "↓ ", sideways: "" } as const;
