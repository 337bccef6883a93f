import { useRevalidator } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useDownload } from "../../components/use-download.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PrivacyPage } from "../../use-cases/pages/privacy-page.ts";

/** What customers asked for: their data, which the merchant hands to them, or to be forgotten, which is done. */
export function RequestsCard({ exports, erasures }: Pick<PrivacyPage, "exports" | "erasures">) {
  const text = useText();
  const formats = useFormats();
  const [lastErasure] = erasures;
  return (
    <Card>
      <BlockStack gap="400">
        {exports.length === 0 ? (
          <QuietLine>{text("settings.privacy.requests.none")}</QuietLine>
        ) : null}
        {exports.map((request) => (
          <ExportRequest key={request.id} request={request} />
        ))}
        <Text as="p">
          {lastErasure === undefined
            ? text("settings.privacy.erasures.none")
            : text("settings.privacy.erasures.done", {
                erasures: erasures.length,
                last: formats.date(lastErasure.doneAt),
              })}
        </Text>
      </BlockStack>
    </Card>
  );
}

function ExportRequest({ request }: { request: PrivacyPage["exports"][number] }) {
  const text = useText();
  const formats = useFormats();
  const { revalidate } = useRevalidator();
  const { id, customerId, receivedAt, doneAt } = request;
  const { state, start } = useDownload({
    address: `/app/settings/privacy/export?id=${id}`,
    fileName: text("settings.privacy.export.file", { customer: customerId }),
    done: text("settings.privacy.export.done"),
    onDone: revalidate,
  });
  return (
    <InlineStack align="space-between" blockAlign="center" gap="400">
      <BlockStack gap="050">
        <Text as="p">{text("settings.privacy.export.customer", { customer: customerId })}</Text>
        <Text as="p" tone="subdued">
          {text("settings.privacy.export.received", { date: formats.date(receivedAt) })}
        </Text>
        {state === "failed" ? (
          <Text as="p" tone="critical">
            {text("settings.privacy.export.failed")}
          </Text>
        ) : null}
      </BlockStack>
      <InlineStack gap="200" blockAlign="center">
        {doneAt === null ? (
          <Badge tone="attention">{text("settings.privacy.export.open")}</Badge>
        ) : (
          <Badge>{text("settings.privacy.export.handed-out")}</Badge>
        )}
        <Button
          onClick={start}
          loading={state === "making"}
          accessibilityLabel={text("settings.privacy.export.download-of", { customer: customerId })}
        >
          {text("settings.privacy.export.download")}
        </Button>
      </InlineStack>
    </InlineStack>
  );
}
