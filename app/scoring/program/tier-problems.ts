import type { Program, ProgramProblem } from "./program-parts.ts";
import { asksNoLess } from "./threshold-order.ts";
import type { TierDefinition } from "./tier-schema.ts";

/** A ladder takes everybody exactly once, each tier can be reached, and each key stands once. */
export function findTierProblems({ tiers, tiersBy }: Program): ProgramProblem[] {
  const kind = tiersBy?.kind ?? "value-shares";
  const byKind =
    kind === "value-shares"
      ? findShareProblems(tiers)
      : kind === "thresholds"
        ? findThresholdProblems(tiers)
        : [];
  return [...findRepeatedKeys(tiers), ...findStrayParts(tiers, kind), ...byKind];
}

function findRepeatedKeys(tiers: readonly TierDefinition[]): ProgramProblem[] {
  return tiers.flatMap(({ key }, index) =>
    tiers.findIndex((other) => other.key === key) < index
      ? [{ field: `tiers.${index}.key`, problem: `must be unique, "${key}" stands twice` }]
      : [],
  );
}

function findStrayParts(tiers: readonly TierDefinition[], kind: string): ProgramProblem[] {
  return tiers.flatMap(({ cutBp, when }, index) => {
    const stray: ProgramProblem[] = [];
    const problem = `must be left out where tiers go by ${kind}`;
    if (cutBp !== undefined && kind !== "value-shares")
      stray.push({ field: `tiers.${index}.cutBp`, problem });
    if (when !== undefined && kind !== "thresholds")
      stray.push({ field: `tiers.${index}.when`, problem });
    return stray;
  });
}

function findShareProblems(tiers: readonly TierDefinition[]): ProgramProblem[] {
  const lowest = tiers.length - 1;
  return tiers.flatMap(({ cutBp }, index) => {
    const field = `tiers.${index}.cutBp`;
    const above = tiers[index - 1]?.cutBp;
    if (cutBp === undefined) return [{ field, problem: "must be stated, in basis points" }];
    const problems: ProgramProblem[] = [];
    if (above !== undefined && cutBp >= above)
      problems.push({ field, problem: `must be below the ${above} of the tier above` });
    if (index === lowest && cutBp !== 0)
      problems.push({
        field,
        problem: "must be 0 in the lowest tier, which takes everybody left",
      });
    if (index === 0 && cutBp >= 10_000)
      problems.push({ field, problem: "must be below 10000, or nobody can reach the tier" });
    return problems;
  });
}

function findThresholdProblems(tiers: readonly TierDefinition[]): ProgramProblem[] {
  const lowest = tiers.length - 1;
  return tiers.flatMap((tier, index) => {
    const field = `tiers.${index}.when`;
    if (index === lowest)
      return tier.when === undefined
        ? []
        : [{ field, problem: "must be left out in the lowest tier, which takes everybody left" }];
    if (tier.when === undefined) return [{ field, problem: "must state what the tier takes" }];
    const shadow = tiers.slice(0, index).find((higher) => takesAllOf(higher, tier));
    return shadow === undefined
      ? []
      : [
          {
            field,
            problem: `must take more than "${shadow.key}" leaves: nobody can reach the tier`,
          },
        ];
  });
}

/** Whoever is in `lower` is in `higher` already. */
function takesAllOf(higher: TierDefinition, lower: TierDefinition): boolean {
  if (higher.when === undefined || lower.when === undefined) return false;
  return asksNoLess(lower.when, higher.when);
}
