import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { DataPage } from "../../use-cases/pages/data-page.ts";
import type { action } from "./route.tsx";

/** Whether the shop tells what customers look at, of whom, and the switch. */
export function PixelCard({ pixel }: { pixel: DataPage["pixel"] }) {
  const text = useText();
  const formats = useFormats();
  const fetcher = useFetcher<typeof action>();
  const problem = fetcher.data?.problem ?? null;

  return (
    <Card>
      <BlockStack gap="400">
        {problem === null ? null : (
          <Banner tone="critical">{text("settings.data.pixel.failed", { reason: problem })}</Banner>
        )}
        <FactList>
          <Fact term={text("settings.data.pixel.state")}>
            {text(pixel.isOn ? "settings.data.pixel.on" : "settings.data.pixel.off")}
          </Fact>
          <Fact term={text("settings.data.pixel.customers")}>
            {formats.integer(pixel.customers)}
          </Fact>
        </FactList>
        <QuietLine>{text("settings.data.pixel.consent")}</QuietLine>
        {pixel.isGranted ? null : <QuietLine>{text("settings.data.pixel.no-access")}</QuietLine>}
        <InlineStack>
          <Button
            loading={fetcher.state !== "idle"}
            disabled={!pixel.isGranted && !pixel.isOn}
            onClick={() => {
              const intent = pixel.isOn ? "pixel-off" : "pixel-on";
              fetcher.submit({ intent }, { method: "post", action: "/app/settings/data" });
            }}
          >
            {text(pixel.isOn ? "settings.data.pixel.turn-off" : "settings.data.pixel.turn-on")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
