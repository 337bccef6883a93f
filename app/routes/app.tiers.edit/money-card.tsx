import { Link, Text } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import { EditorCard } from "./editor-card.tsx";

/** What counts is the whole app's, so it is set elsewhere. */
export function MoneyCard() {
  const text = useText();
  return (
    <EditorCard title={text("tiers.edit.money.title")}>
      <Text as="p">
        {text("tiers.edit.money.sentence")}{" "}
        <Link url="/app/settings/money">{text("tiers.edit.money.link")}</Link>
      </Text>
    </EditorCard>
  );
}
