import { BlockStack, Text } from "@shopify/polaris";
import { BarCell } from "../../components/charts/bar-cell.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Journey } from "../../use-cases/pages/journeys-page.ts";

interface PathListProps {
  title: string;
  answer: string;
  caption: string;
  /** Most customers first. */
  paths: Journey[];
}

/** Paths as a ranked list with bars: a table, so it is its own twin. */
export function PathList({ title, answer, caption, paths }: PathListProps) {
  const text = useText();
  const formats = useFormats();
  const most = paths[0]?.customers ?? 1;
  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      <Text as="p">{answer}</Text>
      <ScrollTable
        caption={caption}
        captionHidden
        columns={[
          { heading: text("journeys.path") },
          { heading: text("journeys.customers"), numeric: true },
          { heading: text("journeys.share"), numeric: true },
          { heading: text("journeys.days"), numeric: true },
        ]}
        rows={paths.map(({ items, customers, share, medianDays }) => ({
          key: JSON.stringify(items),
          cells: [
            items
              .map((item) => (item === "" ? text("products.unnamed") : item))
              .join(text("journeys.step")),
            <BarCell key="customers" share={customers / most}>
              {formats.integer(customers)}
            </BarCell>,
            formats.percent(share),
            text("products.days.value", { days: Math.round(medianDays) }),
          ],
        }))}
      />
    </BlockStack>
  );
}
