import type { LabelTotal } from "../../persistence/standings.ts";
import type { LiveProgram } from "../scoring/live-program.ts";
import type { LabelShare } from "./page-words.ts";

/** Every tier of the program, highest first, with nobody in it included. */
export function tierShares(program: LiveProgram, totals: readonly LabelTotal[]): LabelShare[] {
  return shares(program.tiers, totals);
}

/** Every group of the preset, in its order. */
export function groupShares(program: LiveProgram, totals: readonly LabelTotal[]): LabelShare[] {
  return shares(program.groups, totals);
}

function shares(
  labels: readonly { key: string; name: string }[],
  totals: readonly LabelTotal[],
): LabelShare[] {
  return labels.map(({ key, name }, rank) => {
    const total = totals.find((each) => each.key === key);
    return {
      key,
      name,
      rank,
      customers: total?.customers ?? 0,
      windowNetMinorUnits: total?.windowNetMinorUnits ?? 0,
    };
  });
}
