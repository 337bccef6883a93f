import type { Metrics } from "../metrics.ts";
import type { Program } from "../program/program.ts";
import { levelsOf } from "../program/program.ts";
import { stageKeys } from "../stage.ts";
import { tierColumnByShare } from "../tiers/tier-by-share.ts";
import type { RuleScheme, StageScheme } from "./group-scheme.ts";
import { groupSchemeOf } from "./group-scheme-of.ts";
import { createGroupTable } from "./group-table.ts";

/** What groups are decided by. */
export type GroupInputs = {
  metrics: Metrics;
  recency: Uint8Array;
  frequency: Uint8Array;
  monetary: Uint8Array;
  valueLess: Uint32Array;
  stage: Int8Array;
};

/** Index of each customer's group in the scheme's `groups`. For a customer who is not ranked the number means nothing. */
export function groupColumn(
  inputs: GroupInputs,
  rankedCustomers: number,
  program: Program,
): Int16Array {
  const scheme = groupSchemeOf(program);
  switch (scheme.kind) {
    case "rules":
      return groupColumnByRules(inputs, scheme, levelsOf(program));
    case "value-shares":
      return tierColumnByShare(inputs.valueLess, rankedCustomers, scheme.cutsBp);
    case "stages":
      return groupColumnByStage(inputs, scheme);
  }
}

function groupColumnByRules(
  { metrics, recency, frequency, monetary }: GroupInputs,
  scheme: RuleScheme,
  levels: number,
): Int16Array {
  const lookUp = createGroupTable(scheme, levels);
  const group = new Int16Array(recency.length);
  for (let customer = 0; customer < group.length; customer++) {
    group[customer] = lookUp(
      recency[customer] ?? 0,
      frequency[customer] ?? 0,
      monetary[customer] ?? 0,
      metrics.orderCount[customer] === 1,
    );
  }
  return group;
}

function groupColumnByStage({ stage }: GroupInputs, { groups }: StageScheme): Int16Array {
  const groupOfStage = stageKeys.map((stageKey) => groups.findIndex(({ key }) => key === stageKey));
  return Int16Array.from(stage, (index) => groupOfStage[index] ?? -1);
}
