import { useFetcher, useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { SaveProgramResult } from "../../use-cases/scoring/save-new-version.ts";
import type { TiersPage } from "../../use-cases/pages/tiers-page.ts";
import { errorsAtFields, NO_ERRORS } from "./field-problems.ts";
import { GroupsCard } from "./groups-card.tsx";
import { LadderCard } from "./ladder-card.tsx";
import { formOf, programOf, type TierForm } from "./tier-form.ts";
import { WeightsCard } from "./weights-card.tsx";
import { WindowCard } from "./window-card.tsx";

interface TierEditorProps {
  program: TiersPage["program"];
  rankedCustomers: number;
  onLoadLive: () => void;
}

/** The rules as fields. Saving applies them: the tiers page then shows the progress and what moved. */
export function TierEditor({ program, rankedCustomers, onLoadLive }: TierEditorProps) {
  const text = useText();
  const [form, setForm] = useState<TierForm>(() => formOf(program));
  const { save, answer, refused, refusals } = useSave(form);
  const errors = refused ? errorsAtFields(refused.problems, refused.tierCount, text) : NO_ERRORS;
  const isDone = answer?.kind === "saved" || answer?.kind === "unchanged";
  const saved = JSON.stringify(programOf(formOf(program)));

  return (
    <SaveBarForm
      value={isDone ? saved : JSON.stringify(programOf(form))}
      saved={saved}
      refusals={refusals}
      onSave={() => save(program.version)}
      onDiscard={() => setForm(formOf(program))}
    >
      <BlockStack gap="400">
        {answer?.kind === "conflict" ? (
          <Banner
            tone="warning"
            action={{ content: text("tiers.edit.conflict.load"), onAction: onLoadLive }}
          >
            {text("tiers.edit.conflict")}
          </Banner>
        ) : null}
        <LadderCard
          form={form}
          onChange={setForm}
          errors={errors}
          rankedCustomers={rankedCustomers}
        />
        <WeightsCard form={form} onChange={setForm} errors={errors} />
        <WindowCard form={form} onChange={setForm} errors={errors} />
        <GroupsCard form={form} onChange={setForm} />
      </BlockStack>
    </SaveBarForm>
  );
}

/** Sends the form, and leads on once it is saved. A refusal stands until the fields change. */
function useSave(form: TierForm) {
  const text = useText();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<SaveProgramResult>();
  const [sent, setSent] = useState<TierForm | null>(null);
  const [refusals, setRefusals] = useState(0);
  const answer = fetcher.data;

  useEffect(() => {
    if (answer?.kind === "refused" || answer?.kind === "conflict")
      setRefusals((before) => before + 1);
    if (answer?.kind !== "saved" && answer?.kind !== "unchanged") return;
    shopify.toast.show(text(answer.kind === "saved" ? "tiers.edit.saved" : "tiers.edit.unchanged"));
    navigate("/app/tiers");
  }, [answer, navigate, shopify, text]);

  return {
    save: (basedOn: number) => {
      setSent(form);
      const body = JSON.stringify({ form: programOf(form), basedOn });
      fetcher.submit(body, { method: "post", encType: "application/json" });
    },
    answer,
    refusals,
    refused:
      answer?.kind === "refused" && sent === form
        ? { problems: answer.problems, tierCount: sent.tiers.length }
        : null,
  };
}
