import { useNavigate } from "@remix-run/react";
import { BlockStack } from "@shopify/polaris";
import { useState } from "react";
import { PreviewCard } from "../../components/preview/preview-card.tsx";
import { PreviewLine } from "../../components/preview/preview-line.tsx";
import { usePreview } from "../../components/preview/use-preview.ts";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { ProgramEditorPage } from "../../use-cases/pages/program-editor-page.ts";
import { ApplyModal } from "./apply-modal.tsx";
import { ConflictBanner } from "./conflict-banner.tsx";
import { errorsAtFields, NO_ERRORS } from "./field-errors.ts";
import { formOf } from "./form-of-program.ts";
import { InUseBanner } from "./in-use-banner.tsx";
import { LadderCard } from "./ladder-card.tsx";
import { MoneyCard } from "./money-card.tsx";
import { partsOf } from "./parts-of-form.ts";
import styles from "./program-editor.module.css";
import type { ProgramForm } from "./program-form.ts";
import { PublishingCard } from "./publishing-card.tsx";
import { RankingCard } from "./ranking-card.tsx";
import { ScoresCard } from "./scores-card.tsx";
import { StayingCard } from "./staying-card.tsx";
import { useDraft } from "./use-draft.ts";
import { useSave } from "./use-save.ts";

const PREVIEW_ID = "what-changes";
const MOVERS_PAGE = "/app/tiers/movers";

interface ProgramEditorProps {
  page: Omit<ProgramEditorPage, "draft">;
  /** What the fields begin with: the live program, or a draft. */
  opened: ProgramForm;
  /** The version the fields began with. */
  basedOn: number;
  isDraftOffered: boolean;
  /** The fields start anew from what is live now; `keep` what is typed goes on, on top of it. */
  onLoadLive: (keep: ProgramForm | null) => void;
}

/** The rules beside what they would change. Saving asks first, with the numbers. */
export function ProgramEditor({
  page,
  opened,
  basedOn,
  isDraftOffered,
  onLoadLive,
}: ProgramEditorProps) {
  const text = useText();
  const navigate = useNavigate();
  const [form, setForm] = useState(opened);
  const { currencyCode } = page.shop;
  const parts = partsOf(form, currencyCode);
  const live = partsOf(formOf(page.program), currencyCode);
  const value = JSON.stringify(parts);
  const saved = JSON.stringify(live);
  const shown = usePreview(parts);
  const isChanged = value !== saved;
  const draft = useDraft({ form, parts, basedOn, isChanged, isAnotherOffered: isDraftOffered });
  const saving = useSave({ shown, parts, basedOn });
  const problems = saving.problems ?? shown.refused?.problems ?? null;
  const errors = problems === null ? NO_ERRORS : errorsAtFields(problems, form, text);
  const card = { form, onChange: setForm, errors };

  return (
    <SaveBarForm
      value={saving.isDone ? saved : value}
      saved={saved}
      refusals={saving.refusals}
      unguarded={[MOVERS_PAGE]}
      onSave={saving.ask}
      onDiscard={() => {
        setForm(formOf(page.program));
        void draft.discard();
      }}
    >
      <PreviewLine shown={shown} cardId={PREVIEW_ID} />
      <div className={styles.columns}>
        <div>
          <BlockStack gap="400">
            {saving.conflict === null ? null : (
              <ConflictBanner
                onLoadTheirs={() => onLoadLive(null)}
                onKeepMine={() => onLoadLive(form)}
              />
            )}
            {saving.uses.length > 0 ? <InUseBanner uses={saving.uses} /> : null}
            <LadderCard
              {...card}
              rankedCustomers={page.rankedCustomers}
              tagPrefix={page.tagPrefix}
              currencyCode={currencyCode}
            />
            <RankingCard {...card} />
            <StayingCard {...card} />
            <ScoresCard {...card} />
            <MoneyCard />
            <PublishingCard published={page.published} />
          </BlockStack>
        </div>
        <div>
          <div id={PREVIEW_ID} className={styles.preview}>
            <PreviewCard
              shown={shown}
              about="tiers"
              onSeeMovers={() => void seeMovers({})}
              onSeeStep={(from, to) => void seeMovers({ from: from ?? "", to: to ?? "" })}
            />
          </div>
        </div>
      </div>
      <ApplyModal
        isOpen={saving.isAsking}
        parts={parts}
        preview={shown.preview}
        onApply={saving.apply}
        onClose={saving.close}
      />
    </SaveBarForm>
  );

  /** They are those of the draft, which is there before the page is. */
  async function seeMovers(step: Record<string, string>) {
    await draft.saveNow();
    navigate(`${MOVERS_PAGE}?${new URLSearchParams(step).toString()}`);
  }
}
