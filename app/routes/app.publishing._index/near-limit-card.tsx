import { BlockStack, Card, Text } from "@shopify/polaris";
import { CustomerNotes } from "../../components/publishing/customer-notes.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { PublishingPage } from "../../use-cases/pages/publishing-page.ts";

/** Customers with so many tags that ours may soon find no room. */
export function NearLimitCard({ customers }: { customers: PublishingPage["nearTagLimit"] }) {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("publishing.near-limit.title")}
        </Text>
        <Text as="p">
          {text("publishing.near-limit.sentence", { customers: customers.length })}
        </Text>
        <CustomerNotes
          customers={customers.map(({ customerId, tags }) => ({
            customerId,
            note: text("publishing.near-limit.tags", { tags }),
          }))}
        />
      </BlockStack>
    </Card>
  );
}
