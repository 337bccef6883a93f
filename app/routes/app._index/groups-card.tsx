import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { barParts } from "../../components/charts/bar-parts.ts";
import { FEWEST_FOR_SHARES, TooFew } from "../../components/page-states/too-few.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { LabelShare } from "../../use-cases/pages/page-words.ts";

interface GroupsCardProps {
  groups: LabelShare[];
  rankedCustomers: number;
  windowDays: number;
}

/** Which kinds of customers there are, and what each brings. The table is the picture. */
export function GroupsCard({ groups, rankedCustomers, windowDays }: GroupsCardProps) {
  const text = useText();
  const formats = useFormats();
  const showShares = rankedCustomers >= FEWEST_FOR_SHARES;
  const salesParts = barParts(groups.map((group) => group.windowNetMinorUnits));
  const [largest] = [...groups].sort((a, b) => b.customers - a.customers);
  if (!largest) return null;

  const rows = groups.map((group, index) => ({
    key: group.key,
    cells: [
      <Link
        key="name"
        url={`/app/customers?group=${encodeURIComponent(group.key)}`}
        removeUnderline
      >
        {group.name}
      </Link>,
      formats.integer(group.customers),
      ...(showShares ? [formats.percent(group.customers / rankedCustomers)] : []),
      formats.money(group.windowNetMinorUnits),
      ...(showShares ? [formats.percent(salesParts[index]?.share ?? 0)] : []),
    ],
  }));
  const share = (heading: string) => (showShares ? [{ heading, numeric: true }] : []);

  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {text("home.groups.title")}
          </Text>
          <Text as="p">
            {text("home.groups.answer", {
              group: largest.name,
              customers: largest.customers,
              days: windowDays,
            })}
          </Text>
        </BlockStack>
        <ScrollTable
          caption={text("home.groups.title")}
          captionHidden
          columns={[
            { heading: text("home.groups.column.group") },
            { heading: text("home.groups.column.customers"), numeric: true },
            ...share(text("home.groups.column.customer-share")),
            { heading: text("home.groups.column.sales"), numeric: true },
            ...share(text("home.groups.column.sales-share")),
          ]}
          rows={rows}
        />
        {showShares ? null : <TooFew have={rankedCustomers} />}
      </BlockStack>
    </Card>
  );
}
