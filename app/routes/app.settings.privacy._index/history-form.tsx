import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Card, Select } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { PrivacyPage } from "../../use-cases/pages/privacy-page.ts";
import type { SavePrivacyResult } from "../../use-cases/privacy/save-history-months.ts";

/** For how long decisions are kept. */
export function HistoryForm({
  historyMonths,
  historyChoices,
}: Pick<PrivacyPage, "historyMonths" | "historyChoices">) {
  const text = useText();
  const shopify = useAppBridge();
  const fetcher = useFetcher<SavePrivacyResult>();
  const [months, setMonths] = useState(historyMonths);
  const [refusals, setRefusals] = useState(0);
  const answer = fetcher.data;

  useEffect(() => {
    if (answer?.kind === "saved") shopify.toast.show(text("settings.privacy.saved"));
    if (answer?.kind === "refused") setRefusals((before) => before + 1);
  }, [answer, shopify, text]);

  return (
    <SaveBarForm
      value={String(months)}
      saved={String(historyMonths)}
      refusals={refusals}
      onSave={() => {
        fetcher.submit(JSON.stringify({ historyMonths: months }), {
          method: "post",
          encType: "application/json",
        });
      }}
      onDiscard={() => setMonths(historyMonths)}
    >
      <Card>
        <Select
          label={text("settings.privacy.history.label")}
          helpText={text("settings.privacy.history.help")}
          options={historyChoices.map((choice) => ({
            label: text("settings.privacy.history.months", { months: choice }),
            value: String(choice),
          }))}
          value={String(months)}
          onChange={(value) => setMonths(Number(value))}
          {...(refusals > 0 && { error: text("settings.privacy.history.refused") })}
        />
      </Card>
    </SaveBarForm>
  );
}
