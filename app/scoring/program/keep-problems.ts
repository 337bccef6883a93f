import type { Program, ProgramProblem } from "./program-parts.ts";
import { asksNoLess } from "./threshold-order.ts";
import type { TierDefinition } from "./tier-schema.ts";

/** What keeps a tier is no more than what it takes to enter it, and no less than what keeps the tier below. */
export function findKeepProblems({ tiers, tiersBy }: Program): ProgramProblem[] {
  const kind = tiersBy?.kind ?? "value-shares";
  return [
    ...findStrayKeeps(tiers, kind),
    ...(kind === "value-shares" ? findShareProblems(tiers) : []),
    ...(kind === "thresholds" ? findThresholdProblems(tiers) : []),
  ];
}

function findStrayKeeps(tiers: readonly TierDefinition[], kind: string): ProgramProblem[] {
  const lowest = tiers.length - 1;
  return tiers.flatMap(({ keepBp, keepWhen }, index) => {
    const stray: ProgramProblem[] = [];
    const add = (part: "keepBp" | "keepWhen", home: string): void => {
      const field = `tiers.${index}.${part}`;
      if (kind !== home)
        stray.push({ field, problem: `must be left out where tiers go by ${kind}` });
      else if (index === lowest)
        stray.push({ field, problem: "must be left out in the lowest tier, which nobody loses" });
    };
    if (keepBp !== undefined) add("keepBp", "value-shares");
    if (keepWhen !== undefined) add("keepWhen", "thresholds");
    return stray;
  });
}

function findShareProblems(tiers: readonly TierDefinition[]): ProgramProblem[] {
  return tiers.slice(0, -1).flatMap(({ keepBp, cutBp = 0 }, index) => {
    const field = `tiers.${index}.keepBp`;
    if (keepBp !== undefined && keepBp > cutBp)
      return [{ field, problem: `must not be above the ${cutBp} that it takes to enter` }];
    const above = tiers[index - 1];
    // Entry rules out of order are said of the entry rules.
    if (keepBp === undefined && above?.keepBp === undefined) return [];
    const keptAbove = above?.keepBp ?? above?.cutBp ?? Infinity;
    const kept = keepBp ?? cutBp;
    if (kept <= keptAbove) return [];
    return [
      { field, problem: `must be at most ${keptAbove}, which keeps "${above?.key ?? ""}" above` },
    ];
  });
}

function findThresholdProblems(tiers: readonly TierDefinition[]): ProgramProblem[] {
  return tiers.slice(0, -1).flatMap(({ when, keepWhen }, index) => {
    const field = `tiers.${index}.keepWhen`;
    if (when === undefined) return [];
    if (keepWhen !== undefined && !asksNoLess(when, keepWhen))
      return [{ field, problem: "must ask for nothing, and no more of it, than entering does" }];
    const kept = keepWhen ?? when;
    const above = tiers
      .slice(0, index)
      // Entry rules out of order are said of the entry rules.
      .filter((higher) => higher.keepWhen !== undefined || keepWhen !== undefined)
      .find((higher) => isKeptBeyond(higher.keepWhen ?? higher.when, kept));
    if (above === undefined) return [];
    return [{ field, problem: `must ask for less than what keeps "${above.key}" above` }];
  });
}

/** Whoever keeps the lower tier keeps the higher one, but not the other way round. */
function isKeptBeyond(higher: TierDefinition["when"], lower: TierDefinition["when"]): boolean {
  if (higher === undefined || lower === undefined) return false;
  return asksNoLess(lower, higher) && !asksNoLess(higher, lower);
}
