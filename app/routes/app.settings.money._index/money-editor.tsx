import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { SettingsSection } from "../../components/settings/settings-section.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { MoneyPage } from "../../use-cases/pages/money-page.ts";
import type { SaveProgramResult } from "../../use-cases/scoring/save-new-version.ts";
import { FiguresCard } from "./figures-card.tsx";
import { OrdersCard } from "./orders-card.tsx";
import { PartsCard } from "./parts-card.tsx";

interface MoneyEditorProps {
  page: MoneyPage;
  onLoadLive: () => void;
}

/** What counts, and what it comes to while it is being changed. Saving scores everybody again. */
export function MoneyEditor({ page, onLoadLive }: MoneyEditorProps) {
  const text = useText();
  const [saved, setSaved] = useState<SavedRules>({
    rules: page.rules,
    version: page.programVersion,
  });
  const [rules, setRules] = useState(page.rules);
  const { save, answer, refusals } = useSave(setSaved);

  return (
    <SaveBarForm
      value={JSON.stringify(rules)}
      saved={JSON.stringify(saved.rules)}
      refusals={refusals}
      onSave={() => save(rules, saved.version)}
      onDiscard={() => setRules(saved.rules)}
    >
      <BlockStack gap="400">
        {answer?.kind === "conflict" ? (
          <Banner
            tone="warning"
            action={{ content: text("settings.money.conflict.load"), onAction: onLoadLive }}
          >
            {text("settings.money.conflict")}
          </Banner>
        ) : null}
        <SettingsSection
          title={text("settings.money.parts.title")}
          sentence={text("settings.money.parts.sentence")}
        >
          <PartsCard
            rules={rules}
            onChange={setRules}
            error={answer?.kind === "refused" ? text("settings.money.refused") : null}
          />
        </SettingsSection>
        <SettingsSection
          title={text("settings.money.orders.title")}
          sentence={text("settings.money.orders.sentence")}
        >
          <OrdersCard rules={rules} onChange={setRules} />
        </SettingsSection>
        <SettingsSection
          title={text("settings.money.figures.title")}
          sentence={text("settings.money.figures.sentence")}
        >
          <FiguresCard page={page} rules={rules} savedRules={saved.rules} />
        </SettingsSection>
      </BlockStack>
    </SaveBarForm>
  );
}

interface SavedRules {
  rules: MoneyPage["rules"];
  version: number;
}

/** Sends the rules; `onSaved` learns which version they became. */
function useSave(onSaved: (saved: SavedRules) => void) {
  const text = useText();
  const shopify = useAppBridge();
  const fetcher = useFetcher<SaveProgramResult>();
  const sent = useRef<MoneyPage["rules"] | null>(null);
  const [refusals, setRefusals] = useState(0);
  const answer = fetcher.data;

  useEffect(() => {
    if (answer?.kind === "refused" || answer?.kind === "conflict")
      setRefusals((before) => before + 1);
    if (answer?.kind !== "saved" && answer?.kind !== "unchanged") return;
    if (sent.current !== null) onSaved({ rules: sent.current, version: answer.version });
    const isNew = answer.kind === "saved";
    shopify.toast.show(text(isNew ? "settings.money.saved" : "settings.money.unchanged"));
  }, [answer, onSaved, shopify, text]);

  return {
    save: (rules: MoneyPage["rules"], basedOn: number) => {
      sent.current = rules;
      const body = JSON.stringify({ rules, basedOn });
      fetcher.submit(body, { method: "post", encType: "application/json" });
    },
    answer,
    refusals,
  };
}
