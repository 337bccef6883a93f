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
      return text("run.rules.tier-added", { name: change.name });
    case "tier-removed":
      return text("run.rules.tier-removed", { name: change.name });
    case "tier-thresholds":
      return text("run.rules.tier-thresholds", { name: change.name });
    case "tier-renamed":
      return text("run.rules.tier-renamed", { from: change.from, to: change.to });
    case "tier-share":
      return text("run.rules.tier-share", inPercent(change, formats));
    case "tier-keep-share":
      return text("run.rules.tier-keep-share", inPercent(change, formats));
    case "weights": {
      const shares = ({ recency, frequency, monetary }: typeof change.from) =>
        [recency, frequency, monetary].map((bp) => formats.percent(bp / 10_000)).join(", ");
      return text("run.rules.weights", { from: shares(change.from), to: shares(change.to) });
    }
    case "window":
      return text("run.rules.window", { from: change.fromDays, to: change.toDays });
    case "grace":
      return text("run.rules.grace", { from: change.fromDays, to: change.toDays });
    case "minimum-stay":
      return text("run.rules.minimum-stay", { from: change.fromDays, to: change.toDays });
    default:
      return text(plainWords[change.kind]);
  }
}

function inPercent(
  { name, from, to }: { name: string; from: number; to: number },
  formats: Formats,
): { name: string; from: string; to: string } {
  return { name, from: formats.percent(from), to: formats.percent(to) };
}

const plainWords = {
  groups: "run.rules.groups",
  money: "run.rules.money",
  policy: "run.rules.policy",
  evaluation: "run.rules.evaluation",
  "score-cuts": "run.rules.score-cuts",
  ladder: "run.rules.ladder",
} as const;
