import { BlockStack, Card, InlineStack } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { ImportButton } from "../../components/import/import-controls.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { DataPage } from "../../use-cases/pages/data-page.ts";

type Reading = NonNullable<DataPage["import"]>;

const stateWords: Record<string, PlainMessageKey> = {
  preparing: "settings.data.import.state.preparing",
  reading: "settings.data.import.state.reading",
  paused: "settings.data.import.state.paused",
  failed: "settings.data.import.state.failed",
};

/** The last reading of all orders, and the button for another. */
export function ImportCard({ reading }: { reading: Reading }) {
  const text = useText();
  const formats = useFormats();
  const { progress, ordersDone, ordersTotal, finishedAt, problem } = reading;

  return (
    <Card>
      <BlockStack gap="400">
        <FactList>
          <Fact term={text("settings.data.import.state")}>{text(stateWord())}</Fact>
          <Fact term={text("settings.data.import.started")}>
            {formats.dateAndTime(reading.startedAt)}
          </Fact>
          {finishedAt === null ? null : (
            <Fact term={text("settings.data.import.finished")}>
              {formats.dateAndTime(finishedAt)}
            </Fact>
          )}
          <Fact term={text("settings.data.import.orders")}>
            {ordersTotal === null || finishedAt !== null
              ? formats.integer(ordersDone)
              : text("settings.data.import.orders-of", { done: ordersDone, total: ordersTotal })}
          </Fact>
          <Fact term={text("settings.data.import.sight")}>{text(sightWord())}</Fact>
          {problem === null ? null : (
            <Fact term={text("settings.data.import.problem")}>{problem}</Fact>
          )}
        </FactList>
        <QuietLine>{text("settings.data.again.sentence")}</QuietLine>
        <InlineStack>
          <ImportButton intent="again" />
        </InlineStack>
      </BlockStack>
    </Card>
  );

  function stateWord(): PlainMessageKey {
    const word = progress === null ? undefined : stateWords[progress.stage];
    return word ?? "settings.data.import.state.finished";
  }

  function sightWord(): PlainMessageKey {
    if (reading.seesAllOrders === null) return "settings.data.import.sight.unknown";
    return reading.seesAllOrders
      ? "settings.data.import.sight.all"
      : "settings.data.import.sight.recent";
  }
}
