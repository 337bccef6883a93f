import type { Program } from "../program/program.ts";
import { levelsOf } from "../program/program.ts";
import type { RuleScheme } from "./group-scheme.ts";
import { groupSchemeOf } from "./group-scheme-of.ts";
import { groupOfCase } from "./group-of-case.ts";
import { frequencyMonetaryOf } from "./group-rule.ts";

/** A cell of R × FM, and who can be in it. */
export type GridCell = {
  recency: number;
  frequencyMonetary: number;
  /** Keys, what most of the cell's combinations of scores come to first. Empty where groups do not go by scores. */
  groups: string[];
};

/**
 * The groups of a program as a picture: `levels` × `levels` cells, from the most recent row down and from the lowest
 * column up. A preset may ask for more than a cell says (F and M apart, a first order), so that a cell can have several.
 */
export function groupGridOf(program: Program): { levels: number; cells: GridCell[] } {
  const scheme = groupSchemeOf(program);
  const levels = levelsOf(program);
  const scores = Array.from({ length: levels }, (_, index) => index + 1);
  const cells = [...scores].reverse().flatMap((recency) =>
    scores.map((frequencyMonetary) => ({
      recency,
      frequencyMonetary,
      groups: scheme.kind === "rules" ? groupsOf(scheme, levels, recency, frequencyMonetary) : [],
    })),
  );
  return { levels, cells };
}

function groupsOf(
  scheme: RuleScheme,
  levels: number,
  recency: number,
  frequencyMonetary: number,
): string[] {
  const counts = new Map<string, number>();
  for (let frequency = 1; frequency <= levels; frequency++) {
    for (let monetary = 1; monetary <= levels; monetary++) {
      if (frequencyMonetaryOf(frequency, monetary) !== frequencyMonetary) continue;
      // Whoever has ordered several times is the rule, a first order the exception: it never names a cell.
      for (const [hasOneOrder, weight] of [
        [false, levels * levels],
        [true, 1],
      ] as const) {
        const each = { recency, frequency, monetary, hasOneOrder };
        const key = scheme.groups[groupOfCase(scheme, levels, each)]?.key;
        if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + weight);
      }
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([key]) => key);
}
