import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { GroupTotals } from "./selection.ts";

interface RegionsCardProps {
  groups: readonly GroupTotals[];
  windowDays: number;
  onSelect: (key: string) => void;
}

/** The legend of the map: each group with its numbers. Pressing one shows its region. */
export function RegionsCard({ groups, windowDays, onSelect }: RegionsCardProps) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("groups.regions.title")}
        </Text>
        <ScrollTable
          caption={text("groups.regions.title")}
          captionHidden
          columns={[
            { heading: text("groups.regions.column.group") },
            { heading: text("groups.regions.column.customers"), numeric: true },
            { heading: text("groups.regions.column.sales", { days: windowDays }), numeric: true },
          ]}
          rows={groups.map(({ key, name, customers, windowNetMinorUnits }) => ({
            key,
            cells: [
              <Button key="name" variant="plain" textAlign="start" onClick={() => onSelect(key)}>
                {name}
              </Button>,
              formats.integer(customers),
              formats.money(windowNetMinorUnits),
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}
