import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, ButtonGroup, Card, Link, Text } from "@shopify/polaris";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { CardError } from "../../components/page-states/card-error.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { ChangeGroupResult } from "../../use-cases/groups/change-group.ts";
import type { CustomGroupPage } from "../../use-cases/pages/custom-group-page.ts";

/** Who is in the group, fifty at a time; a fixed one lets go of them here. */
export function MembersCard({ page }: { page: CustomGroupPage }) {
  const text = useText();
  const formats = useFormats();
  const names = useCustomerNames(page.members.map(({ customerId }) => customerId));
  const removal = useFetcher<ChangeGroupResult>();
  const isFixed = page.groupKind === "fixed";
  const download = useDownload({
    address: `/app/groups/${page.id}/export`,
    fileName: text("groups.members.file"),
    done: text("groups.members.exported"),
  });

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("groups.members.title")}
        </Text>
        {download.state === "failed" ? (
          <CardError sentence={text("groups.members.export-failed")} onRetry={download.start} />
        ) : null}
        {page.members.length === 0 ? (
          <QuietLine>
            {text(isFixed ? "groups.members.none.fixed" : "groups.members.none.dynamic")}
          </QuietLine>
        ) : (
          <ScrollTable
            caption={text("groups.members.title")}
            captionHidden
            columns={[
              { heading: text("groups.members.customer") },
              { heading: text("groups.members.tier") },
              { heading: text("groups.members.spent", { days: page.windowDays }), numeric: true },
              { heading: text("groups.members.last-order"), numeric: true },
              ...(isFixed ? [{ heading: text("groups.members.change") }] : []),
            ]}
            rows={page.members.map((member) => ({
              key: member.customerId,
              cells: [
                <Link key="name" url={`/app/customers/${member.customerId}`} removeUnderline>
                  <CustomerCell customerId={member.customerId} name={names[member.customerId]} />
                </Link>,
                member.tierName ?? text("customer.not-ranked"),
                formats.money(member.windowNetMinorUnits),
                member.lastOrderAt === null
                  ? text("customers.no-order")
                  : formats.date(member.lastOrderAt),
                ...(isFixed
                  ? [
                      <Button
                        key="remove"
                        variant="plain"
                        loading={removal.state !== "idle"}
                        accessibilityLabel={text("groups.members.remove.customer", {
                          id: member.customerId,
                        })}
                        onClick={() =>
                          removal.submit(
                            JSON.stringify({ intent: "remove", customerIds: [member.customerId] }),
                            { method: "post", encType: "application/json" },
                          )
                        }
                      >
                        {text("groups.members.remove")}
                      </Button>,
                    ]
                  : []),
              ],
            }))}
          />
        )}
        <ButtonGroup>
          {page.nextAfter === null ? null : (
            <Button url={`/app/groups/${page.id}?after=${page.nextAfter}`}>
              {text("groups.members.next")}
            </Button>
          )}
          <Button
            onClick={download.start}
            loading={download.state === "making"}
            disabled={page.customers === 0}
          >
            {text("groups.members.export")}
          </Button>
        </ButtonGroup>
      </BlockStack>
    </Card>
  );
}
