import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { DataPage } from "../../use-cases/pages/data-page.ts";
import type { action } from "./route.tsx";

/** Whether abandoned checkouts are read, how many are known, and the switch. */
export function CheckoutsCard({ checkouts }: { checkouts: DataPage["checkouts"] }) {
  const text = useText();
  const formats = useFormats();
  const fetcher = useFetcher<typeof action>();
  const { isOn, known, isRefused } = checkouts;
  return (
    <Card>
      <BlockStack gap="400">
        <FactList>
          <Fact term={text("settings.data.checkouts.state")}>
            {text(isOn ? "settings.data.checkouts.on" : "settings.data.checkouts.off")}
          </Fact>
          <Fact term={text("settings.data.checkouts.known")}>{formats.integer(known)}</Fact>
          {isRefused ? (
            <Fact term={text("settings.data.checkouts.problem")}>
              {text("settings.data.checkouts.refused")}
            </Fact>
          ) : null}
        </FactList>
        <QuietLine>{text("settings.data.checkouts.consent")}</QuietLine>
        <InlineStack>
          <Button
            loading={fetcher.state !== "idle"}
            onClick={() => {
              const intent = isOn ? "checkouts-off" : "checkouts-on";
              fetcher.submit({ intent }, { method: "post", action: "/app/settings/data" });
            }}
          >
            {text(isOn ? "settings.data.pixel.turn-off" : "settings.data.pixel.turn-on")}
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
