import { BlockStack, Button, Card, ChoiceList, InlineStack } from "@shopify/polaris";
import { useState } from "react";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { useText } from "../../i18n/use-text.tsx";
import { useDriftRequest } from "./use-drift-request.ts";

/** Whether changes by others are put right at once, or shown first. */
export function SettingCard({ reportOnly }: { reportOnly: boolean }) {
  const text = useText();
  const { send, isBusy } = useDriftRequest();
  const [chosen, setChosen] = useState(reportOnly);
  return (
    <SaveBarForm
      value={String(chosen)}
      saved={String(reportOnly)}
      refusals={0}
      onSave={() => send({ step: "setting", reportOnly: chosen })}
      onDiscard={() => setChosen(reportOnly)}
    >
      <Card>
        <BlockStack gap="400">
          <ChoiceList
            title={text("drift.setting.title")}
            choices={[
              {
                value: "repair",
                label: text("drift.setting.repair"),
                helpText: text("drift.setting.repair.help"),
              },
              {
                value: "report",
                label: text("drift.setting.report"),
                helpText: text("drift.setting.report.help"),
              },
            ]}
            selected={[chosen ? "report" : "repair"]}
            onChange={([value]) => setChosen(value === "report")}
          />
          <InlineStack>
            <Button loading={isBusy} onClick={() => send({ step: "check" })}>
              {text("drift.check")}
            </Button>
          </InlineStack>
        </BlockStack>
      </Card>
    </SaveBarForm>
  );
}
