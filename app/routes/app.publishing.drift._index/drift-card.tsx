import {
  Badge,
  BlockStack,
  Button,
  Card,
  Checkbox,
  InlineStack,
  Link,
  Text,
} from "@shopify/polaris";
import { useState } from "react";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { DriftLine, DriftPage } from "../../use-cases/pages/drift-page.ts";
import { useDriftRequest } from "./use-drift-request.ts";

/** Who differs, since when and by whom as far as Shopify tells, and what is to be done about it. */
export function DriftCard({ page }: { page: DriftPage }) {
  const text = useText();
  const formats = useFormats();
  const { send, isBusy } = useDriftRequest();
  const names = useCustomerNames(page.lines.map(({ customerId }) => customerId));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const download = useDownload({
    address: "/app/publishing/drift/export",
    fileName: text("drift.export.file"),
    done: text("drift.export.done"),
  });
  const { open, left, tagsMissing, tagsExtra } = page.check.totals;
  const ids = selected.size === 0 ? null : [...selected];
  const isNobody = open + left === 0;

  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {text("drift.list.title")}
        </Text>
        {isNobody ? (
          <Text as="p">{text("drift.none")}</Text>
        ) : (
          <>
            <Text as="p">
              {text("drift.repair.sentence", { open, left, tagsMissing, tagsExtra })}
            </Text>
            <InlineStack gap="200">
              <Button variant="primary" loading={isBusy} onClick={() => act("repair")}>
                {text(ids === null ? "drift.repair.all" : "drift.repair.selected")}
              </Button>
              <Button disabled={isBusy} onClick={() => act("leave")}>
                {text(ids === null ? "drift.leave.all" : "drift.leave.selected")}
              </Button>
              <Button onClick={download.start} loading={download.state === "making"}>
                {text("drift.export")}
              </Button>
            </InlineStack>
            <ScrollTable
              caption={text("drift.list.title")}
              captionHidden
              columns={[
                { heading: text("drift.column.customer") },
                { heading: text("drift.column.select") },
                { heading: text("drift.column.missing") },
                { heading: text("drift.column.extra") },
                { heading: text("drift.column.since") },
                { heading: text("drift.column.by") },
              ]}
              rows={page.lines.map((line) => ({ key: line.customerId, cells: cellsOf(line) }))}
            />
            {page.isWhole ? null : <QuietLine>{text("drift.more")}</QuietLine>}
          </>
        )}
      </BlockStack>
    </Card>
  );

  function act(step: "repair" | "leave") {
    send({ step, customerIds: ids });
    setSelected(new Set());
  }

  function cellsOf(line: DriftLine) {
    const { customerId, missing, extra, fieldsDiffer, noticedAt, noticedBy, isLeft } = line;
    const fields = fieldsDiffer ? [text("drift.fields")] : [];
    return [
      <Link key="customer" url={`/app/customers/${customerId}`} removeUnderline>
        <CustomerCell customerId={customerId} name={names[customerId]} />
      </Link>,
      <Checkbox
        key="select"
        label={text("drift.select", { customer: names[customerId] ?? customerId })}
        labelHidden
        checked={selected.has(customerId)}
        onChange={(isOn) => setSelected(withId(selected, customerId, isOn))}
      />,
      missing.join(", "),
      [...extra, ...fields].join(", "),
      formats.dateAndTime(noticedAt),
      isLeft ? (
        <Badge key="left">{text("drift.left")}</Badge>
      ) : (
        text(noticedBy === "webhook" ? "drift.by.webhook" : "drift.by.check")
      ),
    ];
  }
}

function withId(ids: ReadonlySet<string>, id: string, isOn: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isOn) next.add(id);
  else next.delete(id);
  return next;
}
