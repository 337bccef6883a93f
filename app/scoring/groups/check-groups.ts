import type { GroupCase, GroupPreset } from "./group-rule.ts";
import { listGroupCases, ruleMatches } from "./group-rule.ts";

/** `sound`: exactly one group for every customer there can be, and no group or rule without a purpose. */
export type GroupCheck =
  | { kind: "sound" }
  | {
      kind: "unsound";
      casesWithoutGroup: GroupCase[];
      rulesNeverReached: string[];
      keysWithoutName: string[];
      namesWithoutRule: string[];
    };

/**
 * Proves a preset by trying all 250 cases: R × F × M of 1–5, one order or more. As the first matching rule wins, nobody
 * can be in two groups; what can go wrong is a case that no rule matches.
 */
export function checkGroups(preset: GroupPreset): GroupCheck {
  const casesWithoutGroup: GroupCase[] = [];
  const reached = new Set<number>();
  for (const each of listGroupCases()) {
    const winner = preset.rules.findIndex((rule) => ruleMatches(rule, each));
    if (winner < 0) casesWithoutGroup.push(each);
    else reached.add(winner);
  }
  const named = new Set(preset.groups.map(({ key }) => key));
  const ruled = new Set(preset.rules.map(({ key }) => key));
  const rulesNeverReached = preset.rules
    .filter((_, index) => !reached.has(index))
    .map(({ key }) => key);
  const keysWithoutName = [...ruled].filter((key) => !named.has(key));
  const namesWithoutRule = [...named].filter((key) => !ruled.has(key));
  const problems =
    casesWithoutGroup.length +
    rulesNeverReached.length +
    keysWithoutName.length +
    namesWithoutRule.length;
  if (problems === 0) return { kind: "sound" };
  return {
    kind: "unsound",
    casesWithoutGroup,
    rulesNeverReached,
    keysWithoutName,
    namesWithoutRule,
  };
}
