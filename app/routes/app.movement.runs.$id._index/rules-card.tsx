import { Card, BlockStack, List, Text } from "@shopify/polaris";
import type { Formats } from "../../i18n/format.ts";
import type { Text as Say } from "../../i18n/text.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { ProgramChange } from "../../use-cases/pages/program-changes.ts";

/** What the merchant changed, as they would say it: "Core: top 20% → top 25%". */
export function RulesCard({ changes }: { changes: ProgramChange[] }) {
  const text = useText();
  const formats = useFormats();
  const lines = changes.map((change) => inWords(change, text, formats));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("run.rules.title")}
        </Text>
        <List>
          {(lines.length === 0 ? [text("run.rules.none")] : lines).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}

function inWords(change: ProgramChange, text: Say, formats: Formats): string {
  switch (change.kind) {
    case "tier-added":
    case "tier-removed":
    case "tier-thresholds":
      return text(`run.rules.${change.kind}`, { name: change.name });
    case "tier-renamed":
      return text("run.rules.tier-renamed", { from: change.from, to: change.to });
    case "tier-share":
    case "tier-keep-share":
      return text(`run.rules.${change.kind}`, {
        name: change.name,
        from: formats.percent(change.from),
        to: formats.percent(change.to),
      });
    case "weights": {
      const shares = ({ recency, frequency, monetary }: typeof change.from) =>
        [recency, frequency, monetary].map((bp) => formats.percent(bp / 10_000)).join(", ");
      return text("run.rules.weights", { from: shares(change.from), to: shares(change.to) });
    }
    case "window":
    case "grace":
    case "minimum-stay":
      return text(`run.rules.${change.kind}`, { from: change.fromDays, to: change.toDays });
    default:
      return text(`run.rules.${change.kind}`);
  }
}
