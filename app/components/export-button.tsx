import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useText } from "../i18n/use-text.tsx";
import type { ExportName } from "../use-cases/exports/export-list.ts";
import { CardError } from "./page-states/card-error.tsx";
import { useDownload } from "./use-download.ts";

interface ExportButtonProps {
  list: ExportName;
  /** What of it, as in the page's own address. */
  search?: URLSearchParams;
}

/** Downloads a whole list as CSV, not only what is on screen. */
export function ExportButton({ list, search }: ExportButtonProps) {
  const text = useText();
  const of = search === undefined || search.size === 0 ? "" : `?${search}`;
  const download = useDownload({
    address: `/app/exports/${list}${of}`,
    fileName: `${list}.csv`,
    done: text("customers.export.done"),
  });
  return (
    <BlockStack gap="300">
      {download.state === "failed" ? (
        <CardError sentence={text("customers.export.failed")} onRetry={download.start} />
      ) : null}
      <InlineStack>
        <Button onClick={download.start} loading={download.state === "making"}>
          {text("customers.export")}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
