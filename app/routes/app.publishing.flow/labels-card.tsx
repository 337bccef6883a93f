import { ScrollTable } from "../../components/scroll-table.tsx";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { FlowLabel } from "../../use-cases/pages/flow-page.ts";

/** How a workflow names the merchant's labels. */
export function LabelsCard({ title, labels }: { title: string; labels: readonly FlowLabel[] }) {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <ScrollTable
          caption={title}
          captionHidden
          columns={[
            { heading: text("flow.label.name") },
            { heading: text("flow.label.key") },
            { heading: text("flow.label.tag") },
          ]}
          rows={labels.map(({ key, name, tag }) => ({ key, cells: [name, key, tag] }))}
        />
      </BlockStack>
    </Card>
  );
}
