import type { Metrics } from "../metrics.ts";
import type { Program } from "../program/program.ts";
import { levelsOf } from "../program/program.ts";
import { stageKeys } from "../stage.ts";
import { tierColumnByShare } from "../tiers/tier-by-share.ts";
import type { RuleScheme, StageScheme } from "./group-scheme.ts";
import { groupSchemeOf } from "./group-scheme-of.ts";
import { groupOfCase } from "./group-of-case.ts";

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

const notYetKnown = -2;

/**
 * Each combination of scores is worked out when it first comes up, so that a single customer costs one walk through the
 * rules and a million cost a table look-up each.
 */
function groupColumnByRules(
  { metrics, recency, frequency, monetary }: GroupInputs,
  scheme: RuleScheme,
  levels: number,
): Int16Array {
  const { orderCount } = metrics;
  const known = new Int16Array(2 * levels ** 3).fill(notYetKnown);
  const group = new Int16Array(recency.length);
  for (let customer = 0; customer < group.length; customer++) {
    const r = recency[customer] ?? 0;
    const f = frequency[customer] ?? 0;
    const m = monetary[customer] ?? 0;
    // The sign bit, as in `countReached`: 1 for one order.
    const oneOrder = ((orderCount[customer] ?? 0) - 2) >>> 31;
    const cell = ((oneOrder * levels + r - 1) * levels + f - 1) * levels + m - 1;
    if (known[cell] === notYetKnown)
      known[cell] = groupOfCase(scheme, levels, {
        recency: r,
        frequency: f,
        monetary: m,
        hasOneOrder: oneOrder === 1,
      });
    group[customer] = known[cell] ?? -1;
  }
  return group;
}

function groupColumnByStage({ stage }: GroupInputs, { groups }: StageScheme): Int16Array {
  const groupOfStage = stageKeys.map((stageKey) => groups.findIndex(({ key }) => key === stageKey));
  return Int16Array.from(stage, (index) => groupOfStage[index] ?? -1);
}
