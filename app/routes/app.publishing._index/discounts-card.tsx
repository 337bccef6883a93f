import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { discountSentence } from "../../components/discounts/discount-sentence.ts";
import { DiscountStatusBadge } from "../../components/discounts/discount-status.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PublishingPage } from "../../use-cases/pages/publishing-page.ts";

/** Every discount of the app: what it gives to whom, and how it goes. */
export function DiscountsCard({ discounts }: Pick<PublishingPage, "discounts">) {
  const text = useText();
  const formats = useFormats();
  const download = useDownload({
    address: "/app/publishing/discounts/export",
    fileName: text("discounts.export.file"),
    done: text("discounts.export.done"),
  });
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {text("discounts.title")}
          </Text>
          <InlineStack gap="200">
            {discounts.length === 0 ? null : (
              <Button onClick={download.start} loading={download.state === "making"}>
                {text("discounts.export")}
              </Button>
            )}
            <Button url="/app/publishing/discounts/new">{text("discounts.create")}</Button>
          </InlineStack>
        </InlineStack>
        <QuietLine>{text("discounts.lead")}</QuietLine>
        {discounts.length === 0 ? (
          <Text as="p">{text("discounts.none")}</Text>
        ) : (
          <ScrollTable
            caption={text("discounts.title")}
            captionHidden
            columns={[
              { heading: text("discounts.column.title") },
              { heading: text("discounts.column.status") },
              { heading: text("discounts.column.what") },
              { heading: text("discounts.column.used"), numeric: true },
            ]}
            rows={discounts.map(({ id, terms, labelName, status, redemptions }) => ({
              key: id,
              cells: [
                <Link key="title" url={`/app/publishing/discounts/${id}`} removeUnderline>
                  {terms.title}
                </Link>,
                <DiscountStatusBadge key="status" status={status} />,
                discountSentence(terms, labelName, text, formats),
                formats.integer(redemptions),
              ],
            }))}
          />
        )}
      </BlockStack>
    </Card>
  );
}
