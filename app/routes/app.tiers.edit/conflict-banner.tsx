import { Banner } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";

interface ConflictBannerProps {
  onLoadTheirs: () => void;
  onKeepMine: () => void;
}

/** Somebody else saved first. Nothing that was typed is lost: it is kept as a draft too. */
export function ConflictBanner({ onLoadTheirs, onKeepMine }: ConflictBannerProps) {
  const text = useText();
  return (
    <Banner
      tone="warning"
      action={{ content: text("tiers.edit.conflict.keep"), onAction: onKeepMine }}
      secondaryAction={{ content: text("tiers.edit.conflict.load"), onAction: onLoadTheirs }}
    >
      {text("tiers.edit.conflict")}
    </Banner>
  );
}
