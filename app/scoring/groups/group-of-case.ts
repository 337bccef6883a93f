import type { GroupCase } from "./group-rule.ts";
import { ruleMatches } from "./group-rule.ts";
import type { RuleScheme } from "./group-scheme.ts";

/** The group of a combination of scores among `levels`: an index into the scheme's `groups`, −1 when no rule matches. */
export function groupOfCase(scheme: RuleScheme, levels: number, each: GroupCase): number {
  const converted = {
    recency: convertScore(each.recency, levels, scheme.levels),
    frequency: convertScore(each.frequency, levels, scheme.levels),
    monetary: convertScore(each.monetary, levels, scheme.levels),
    hasOneOrder: each.hasOneOrder,
  };
  const winner = scheme.rules.find((rule) => ruleMatches(rule, converted));
  return scheme.groups.findIndex(({ key }) => key === winner?.key);
}

/**
 * A score among `levels` as one among `wanted`: the lowest is the lowest, the highest the highest, the others lie evenly
 * between, halves going up.
 *
 *     1 + floor((score − 1) · (wanted − 1) / (levels − 1) + 1/2)
 *
 * Example: tenths as fifths are pairs (1–2 → 1 … 9–10 → 5); thirds as fifths are 1, 3, 5.
 */
export function convertScore(score: number, levels: number, wanted: number): number {
  const parts = 2 * (score - 1) * (wanted - 1) + (levels - 1);
  const whole = 2 * (levels - 1);
  return 1 + (parts - (parts % whole)) / whole;
}
