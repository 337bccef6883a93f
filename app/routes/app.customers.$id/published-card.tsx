import { BlockStack, Card, InlineStack, Tag, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomerPage } from "../../use-cases/pages/customer-page.ts";

/** What we last wrote to Shopify for this customer. */
export function PublishedCard({ published }: { published: CustomerPage["published"] }) {
  const text = useText();
  const formats = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("customer.tags.title")}
        </Text>
        {published === null || published.tags.length === 0 ? (
          <QuietLine>{text("customer.tags.none")}</QuietLine>
        ) : (
          <>
            <QuietLine>
              {text("customer.tags.sentence", { date: formats.dateAndTime(published.at) })}
            </QuietLine>
            <InlineStack gap="200" wrap>
              {published.tags.map((tag) => (
                <Tag key={tag}>{tag}</Tag>
              ))}
            </InlineStack>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
