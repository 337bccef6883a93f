import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { FirstLook } from "../../use-cases/pages/first-look.ts";

/** What the base looks like before its history is known; every number says that it is an estimate. */
export function EstimateCard({ estimate }: { estimate: FirstLook }) {
  const text = useText();
  const formats = useFormats();
  const { tiers, groups, customersRead: customers, windowDays: days } = estimate;
  const rows = [...tiers, ...groups].map((label, index) => ({
    key: String(index),
    cells: [
      label.name,
      formats.integer(label.customers),
      formats.moneyInShort(label.windowNetMinorUnits),
    ],
  }));

  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            {text("home.estimate.title")}
          </Text>
          <Badge tone="info">{text("home.estimate.badge")}</Badge>
        </InlineStack>
        <Text as="p">
          {text(estimate.isWhole ? "home.estimate.whole" : "home.estimate.part", { customers })}
        </Text>
        <ScrollTable
          caption={text("home.estimate.title")}
          captionHidden
          columns={[
            { heading: text("home.estimate.column.label") },
            { heading: text("home.estimate.column.customers"), numeric: true },
            { heading: text("home.estimate.column.sales", { days }), numeric: true },
          ]}
          rows={rows}
        />
      </BlockStack>
    </Card>
  );
}
