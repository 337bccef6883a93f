import type { GroupPreset } from "./group-rule.ts";
import { listGroupCases, ruleMatches } from "./group-rule.ts";

/** A preset worked out for all 250 cases, so that a customer costs one look-up. */
export type GroupTable = Int16Array;

export function buildGroupTable({ rules, groups }: GroupPreset): GroupTable {
  const table = new Int16Array(250).fill(-1);
  for (const each of listGroupCases()) {
    const winner = rules.find((rule) => ruleMatches(rule, each));
    table[positionOf(each.recency, each.frequency, each.monetary, each.hasOneOrder)] =
      groups.findIndex(({ key }) => key === winner?.key);
  }
  return table;
}

/** Index into the preset's `groups`. */
export function lookUpGroup(
  table: GroupTable,
  recency: number,
  frequency: number,
  monetary: number,
  hasOneOrder: boolean,
): number {
  return table[positionOf(recency, frequency, monetary, hasOneOrder)] ?? -1;
}

function positionOf(
  recency: number,
  frequency: number,
  monetary: number,
  hasOneOrder: boolean,
): number {
  return (hasOneOrder ? 125 : 0) + (recency - 1) * 25 + (frequency - 1) * 5 + (monetary - 1);
}
