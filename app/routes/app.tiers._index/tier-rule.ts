import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { TierCondition, TierRule } from "../../use-cases/pages/describe-tier.ts";

/** "Top 20% by value, kept down to the top 25%", "£500 spent in the last 365 days", "Everyone else". */
export function tierRule(
  rule: TierRule,
  windowDays: number,
  text: Text,
  formats: Pick<Formats, "percent" | "moneyInShort">,
): string {
  switch (rule.kind) {
    case "rest":
      return text("tiers.rule.rest");
    case "natural-breaks":
      return text(BREAKS[rule.of]);
    case "share": {
      const share = formats.percent(rule.share);
      const entered = text(rule.isTop ? "tiers.rule.top" : "tiers.rule.next", { share });
      return rule.keptTo === null
        ? entered
        : text("tiers.rule.kept", { rule: entered, kept: formats.percent(rule.keptTo) });
    }
    case "thresholds": {
      const entered = inWords(rule.enter);
      return rule.stay === null
        ? entered
        : text("tiers.rule.kept-with", { rule: entered, kept: inWords(rule.stay) });
    }
  }

  function inWords(conditions: readonly TierCondition[]): string {
    return conditions.map(conditionInWords).join(" · ");
  }

  function conditionInWords({ metric, bound }: TierCondition): string {
    switch (metric) {
      case "spendAtLeast":
        return text("tiers.rule.spend", { amount: formats.moneyInShort(bound) });
      case "windowSpendAtLeast":
        return text("tiers.rule.window-spend", {
          amount: formats.moneyInShort(bound),
          days: windowDays,
        });
      case "averageOrderAtLeast":
        return text("tiers.rule.average", { amount: formats.moneyInShort(bound) });
      case "expectedSpendAtLeast":
        return text("tiers.rule.expected", { amount: formats.moneyInShort(bound) });
      case "ordersAtLeast":
        return text("tiers.rule.orders", { orders: bound });
      case "windowOrdersAtLeast":
        return text("tiers.rule.window-orders", { orders: bound, days: windowDays });
      case "recencyDaysAtMost":
        return text("tiers.rule.recency", { days: bound });
    }
  }
}

const BREAKS = {
  value: "tiers.rule.breaks.value",
  recency: "tiers.rule.breaks.recency",
  frequency: "tiers.rule.breaks.frequency",
  monetary: "tiers.rule.breaks.monetary",
} as const;
