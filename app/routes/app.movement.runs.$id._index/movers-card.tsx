import { BlockStack, Button, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { ExportButton } from "../../components/export-button.tsx";
import { moveInWords } from "../../components/move-words.ts";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { MovedLabel, RunPage } from "../../use-cases/pages/run-page.ts";

/** Whom the run moved, who spends most first. */
export function MoversCard({ page: { run, movers, nextCursor } }: { page: RunPage }) {
  const text = useText();
  const formats = useFormats();
  const names = useCustomerNames(movers.map(({ customerId }) => customerId));
  const move = (label: MovedLabel | null) =>
    label === null ? text("run.movers.same") : moveInWords(label, text);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("run.movers.title")}
        </Text>
        <ScrollTable
          caption={text("run.movers.caption")}
          captionHidden
          columns={[
            { heading: text("run.movers.customer") },
            { heading: text("run.movers.tier") },
            { heading: text("run.movers.group") },
            { heading: text("run.movers.spent"), numeric: true },
          ]}
          rows={movers.map(({ customerId, tier, group, windowNetMinorUnits }) => ({
            key: customerId,
            cells: [
              <Link key="customer" url={`/app/customers/${customerId}`} removeUnderline>
                <CustomerCell customerId={customerId} name={names[customerId]} />
              </Link>,
              move(tier),
              move(group),
              formats.money(windowNetMinorUnits),
            ],
          }))}
        />
        {nextCursor === null ? null : (
          <InlineStack>
            <Button url={`/app/movement/runs/${run.id}?cursor=${nextCursor}`}>
              {text("run.movers.more")}
            </Button>
          </InlineStack>
        )}
        <ExportButton list="run-movers" search={new URLSearchParams({ id: run.id })} />
      </BlockStack>
    </Card>
  );
}
