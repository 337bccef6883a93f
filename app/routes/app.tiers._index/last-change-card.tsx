import { BlockStack, Card, Text } from "@shopify/polaris";
import { MoveMatrix } from "../../components/charts/move-matrix.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { TierDefinition } from "../../use-cases/pages/page-words.ts";
import type { TiersPage } from "../../use-cases/pages/tiers-page.ts";

interface LastChangeCardProps {
  change: NonNullable<TiersPage["lastChange"]>;
  tiers: TierDefinition[];
}

/** What the last saved change of the rules did: one sentence, then from where to where. */
export function LastChangeCard({ change, tiers }: LastChangeCardProps) {
  const text = useText();
  const formats = useFormats();
  const moved = change.up + change.down + change.sideways;

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("tiers.change.title")}
        </Text>
        <div aria-live="polite">
          <Text as="p">{sentence()}</Text>
        </div>
        {change.finished && moved > 0 ? (
          <MoveMatrix moves={change.moves} tierNames={tiers.map((tier) => tier.name)} />
        ) : null}
      </BlockStack>
    </Card>
  );

  function sentence(): string {
    const date = formats.dateAndTime(change.at);
    if (!change.finished) return text("tiers.change.running", { date });
    if (moved === 0) return text("tiers.change.nobody", { date });
    return text("tiers.change.sentence", { moved, up: change.up, down: change.down, date });
  }
}
