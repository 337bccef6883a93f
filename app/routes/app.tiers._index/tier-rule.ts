import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { TierDefinition } from "../../use-cases/pages/page-words.ts";

const WHOLE_BP = 10000;

/** "Top 20% by value", "Next 30% by value", "Everyone else". Tiers are given highest first. */
export function tierRule(
  tier: TierDefinition,
  tiers: readonly TierDefinition[],
  text: Text,
  formats: Pick<Formats, "percent">,
): string {
  if (tier.cutBp === null) return text("tiers.rule.own");
  const above = tiers[tiers.findIndex((candidate) => candidate.key === tier.key) - 1];
  const share = formats.percent(((above?.cutBp ?? WHOLE_BP) - tier.cutBp) / WHOLE_BP);
  if (!above) return text("tiers.rule.top", { share });
  return tier.cutBp === 0 ? text("tiers.rule.rest") : text("tiers.rule.next", { share });
}
