import { Card } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import { QuietLine } from "../page-states/quiet-line.tsx";

/** What stands where nothing was learnt from the base yet. */
export function NotStudied() {
  const text = useText();
  return (
    <Card>
      <QuietLine>{text("insights.not-studied")}</QuietLine>
    </Card>
  );
}
