import { Link, Text } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { ProgramEditorPage } from "../../use-cases/pages/program-editor-page.ts";
import { EditorCard } from "./editor-card.tsx";

/** What Shopify is told is set on its own page. */
export function PublishingCard({ published }: Pick<ProgramEditorPage, "published">) {
  const text = useText();
  const kinds = [
    published.tags ? text("tiers.edit.published.tags") : null,
    published.metafields ? text("tiers.edit.published.metafields") : null,
    published.segments ? text("tiers.edit.published.segments") : null,
  ].filter((kind) => kind !== null);
  return (
    <EditorCard title={text("tiers.edit.published.title")}>
      <Text as="p">
        {kinds.length === 0
          ? text("tiers.edit.published.nothing")
          : text("tiers.edit.published.sentence", { kinds: kinds.join(", ") })}{" "}
        <Link url="/app/publishing">{text("tiers.edit.published.link")}</Link>
      </Text>
    </EditorCard>
  );
}
