import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, InlineError } from "@shopify/polaris";
import { EmptyCard } from "../../components/page-states/empty-card.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { StartShadowResult } from "../../use-cases/shadow/shadow-program.ts";

/** Nothing runs beside the live rules: a draft could, and without one there is first something to edit. */
export function NoShadow({ hasDraft }: { hasDraft: boolean }) {
  const text = useText();
  const { submit, state, data } = useFetcher<StartShadowResult>();
  return (
    <Card>
      <BlockStack gap="200">
        {hasDraft ? (
          <EmptyCard
            sentence={text("tiers.shadow.can-start")}
            action={{
              content: text("tiers.shadow.start"),
              onAction: () => submit({ intent: "start" }, { method: "post" }),
              loading: state !== "idle",
            }}
          />
        ) : (
          <EmptyCard
            sentence={text("tiers.shadow.no-draft")}
            action={{ content: text("tiers.movers.edit"), url: "/app/tiers/edit" }}
          />
        )}
        {data?.kind === "refused" ? (
          <InlineError fieldID="shadow" message={text("tiers.shadow.refused")} />
        ) : null}
      </BlockStack>
    </Card>
  );
}
