import { Banner } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";

/** Why older orders are missing, and what to do about it. */
export function SightBanner() {
  const text = useText();
  return (
    <Banner tone="warning" title={text("import.sight.title")}>
      {text("import.sight.sentence")}
    </Banner>
  );
}
