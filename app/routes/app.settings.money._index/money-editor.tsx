import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { SettingsSection } from "../../components/settings/settings-section.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { MoneyPage } from "../../use-cases/pages/money-page.ts";
import type { SaveProgramResult } from "../../use-cases/scoring/save-new-version.ts";
import { CompaniesCard } from "./companies-card.tsx";
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
  const opened = { rules: page.rules, companyOrders: page.companyOrders };
  const [saved, setSaved] = useState<SavedMoney>({ ...opened, version: page.programVersion });
  const [money, setMoney] = useState<Money>(opened);
  const { rules, companyOrders } = money;
  const setRules = (changed: Money["rules"]) => setMoney({ ...money, rules: changed });
  const { save, answer, refusals } = useSave(setSaved);

  return (
    <SaveBarForm
      value={JSON.stringify(money)}
      saved={JSON.stringify({ rules: saved.rules, companyOrders: saved.companyOrders })}
      refusals={refusals}
      onSave={() => save(money, saved.version)}
      onDiscard={() => setMoney({ rules: saved.rules, companyOrders: saved.companyOrders })}
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
          title={text("settings.money.companies.title")}
          sentence={text("settings.money.companies.sentence")}
        >
          <CompaniesCard
            companyOrders={companyOrders}
            onChange={(changed) => setMoney({ ...money, companyOrders: changed })}
          />
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

type Money = Pick<MoneyPage, "rules" | "companyOrders">;
type SavedMoney = Money & { version: number };

/** Sends what was chosen; `onSaved` learns which version it became. */
function useSave(onSaved: (saved: SavedMoney) => void) {
  const text = useText();
  const shopify = useAppBridge();
  const fetcher = useFetcher<SaveProgramResult>();
  const sent = useRef<Money | null>(null);
  const [refusals, setRefusals] = useState(0);
  const answer = fetcher.data;

  useEffect(() => {
    if (answer?.kind === "refused" || answer?.kind === "conflict")
      setRefusals((before) => before + 1);
    if (answer?.kind !== "saved" && answer?.kind !== "unchanged") return;
    if (sent.current !== null) onSaved({ ...sent.current, version: answer.version });
    const isNew = answer.kind === "saved";
    shopify.toast.show(text(isNew ? "settings.money.saved" : "settings.money.unchanged"));
  }, [answer, onSaved, shopify, text]);

  return {
    save: (money: Money, basedOn: number) => {
      sent.current = money;
      const body = JSON.stringify({ ...money, basedOn });
      fetcher.submit(body, { method: "post", encType: "application/json" });
    },
    answer,
    refusals,
  };
}
