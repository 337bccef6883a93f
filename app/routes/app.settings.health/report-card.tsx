import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import { useDownload } from "../../components/use-download.ts";
import { useText } from "../../i18n/use-text.tsx";

/** The state of things as a file. */
export function ReportCard() {
  const text = useText();
  const { state, start } = useDownload({
    address: "/app/health",
    fileName: text("settings.health.report.file"),
    done: text("settings.health.report.done"),
  });
  return (
    <Card>
      <BlockStack gap="200" inlineAlign="start">
        <Button onClick={start} loading={state === "making"}>
          {text("settings.health.report.action")}
        </Button>
        {state === "failed" ? (
          <Text as="p" tone="critical">
            {text("settings.health.report.failed")}
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}
