import { Banner } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { ProgramEditorPage } from "../../use-cases/pages/program-editor-page.ts";

interface DraftBannerProps {
  draft: Pick<NonNullable<ProgramEditorPage["draft"]>, "updatedAt" | "isMine">;
  onContinue: () => void;
  onDiscard: () => void;
}

/** What was being edited when somebody left. */
export function DraftBanner({ draft, onContinue, onDiscard }: DraftBannerProps) {
  const text = useText();
  const formats = useFormats();
  const date = formats.dateAndTime(draft.updatedAt);
  return (
    <Banner
      tone="info"
      action={{ content: text("tiers.edit.draft.continue"), onAction: onContinue }}
      secondaryAction={{ content: text("tiers.edit.draft.discard"), onAction: onDiscard }}
    >
      {text(draft.isMine ? "tiers.edit.draft.mine" : "tiers.edit.draft.other", { date })}
    </Banner>
  );
}
