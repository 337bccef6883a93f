import type { GroupCase, GroupRule } from "./group-rule.ts";
import { listGroupCases, ruleMatches } from "./group-rule.ts";
import type { GroupName } from "./group-scheme.ts";

/** `sound`: exactly one group for every customer there can be, and no group or rule without a purpose. */
export type GroupCheck =
  | { kind: "sound" }
  | {
      kind: "unsound";
      casesWithoutGroup: GroupCase[];
      /** `rule` is a position; `takenBy` the keys of the rules before it that match all it would. */
      rulesNeverReached: { rule: number; key: string; takenBy: string[] }[];
      keysWithoutName: { rule: number; key: string }[];
      namesWithoutRule: { group: number; key: string }[];
    };

/**
 * Proves ordered rules by trying every case: R × F × M of 1 to `levels`, one order or more (250 cases with 5 levels). As the
 * first matching rule wins, nobody can be in two groups; what can go wrong is a case that no rule matches, or a rule
 * for which nobody is left.
 */
export function checkGroupRules(
  { rules, groups }: { rules: readonly GroupRule[]; groups: readonly GroupName[] },
  levels: number,
): GroupCheck {
  const casesWithoutGroup: GroupCase[] = [];
  const reached = new Set<number>();
  const shadows = rules.map(() => new Set<string>());
  for (const each of listGroupCases(levels)) {
    const winner = rules.findIndex((rule) => ruleMatches(rule, each));
    if (winner < 0) casesWithoutGroup.push(each);
    else reached.add(winner);
    for (const [index, rule] of rules.entries()) {
      if (index > winner && winner >= 0 && ruleMatches(rule, each))
        shadows[index]?.add(rules[winner]?.key ?? "");
    }
  }
  const named = new Set(groups.map(({ key }) => key));
  const ruled = new Set(rules.map(({ key }) => key));
  const rulesNeverReached = rules.flatMap(({ key }, rule) =>
    reached.has(rule) ? [] : [{ rule, key, takenBy: [...(shadows[rule] ?? [])] }],
  );
  const keysWithoutName = rules.flatMap(({ key }, rule) => (named.has(key) ? [] : [{ rule, key }]));
  const namesWithoutRule = groups.flatMap(({ key }, group) =>
    ruled.has(key) ? [] : [{ group, key }],
  );
  const findings = { casesWithoutGroup, rulesNeverReached, keysWithoutName, namesWithoutRule };
  return Object.values(findings).every((found) => found.length === 0)
    ? { kind: "sound" }
    : { kind: "unsound", ...findings };
}
