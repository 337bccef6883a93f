import { ruleMatches } from "./group-rule.ts";
import type { RuleScheme } from "./group-scheme.ts";

const notYetKnown = -2;

/**
 * Looks up the group of a combination of scores: an index into the scheme's `groups`, −1 when no rule matches. Each
 * combination is worked out when it first comes up, so that a single customer costs one walk through the rules and a
 * million cost a table look-up each.
 */
export type GroupTable = (
  recency: number,
  frequency: number,
  monetary: number,
  hasOneOrder: boolean,
) => number;

/** `levels`: the scores that will be asked for are 1 to this. */
export function createGroupTable(scheme: RuleScheme, levels: number): GroupTable {
  const cells = levels ** 3;
  const table = new Int16Array(2 * cells).fill(notYetKnown);
  return (recency, frequency, monetary, hasOneOrder) => {
    const cell = ((recency - 1) * levels + frequency - 1) * levels + monetary - 1;
    const position = hasOneOrder ? cells + cell : cell;
    const known = table[position] ?? notYetKnown;
    if (known !== notYetKnown) return known;
    const each = {
      recency: convertScore(recency, levels, scheme.levels),
      frequency: convertScore(frequency, levels, scheme.levels),
      monetary: convertScore(monetary, levels, scheme.levels),
      hasOneOrder,
    };
    const winner = scheme.rules.find((rule) => ruleMatches(rule, each));
    const group = scheme.groups.findIndex(({ key }) => key === winner?.key);
    table[position] = group;
    return group;
  };
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
