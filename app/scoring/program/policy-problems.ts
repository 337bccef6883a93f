import type { Program, ProgramProblem } from "./program-parts.ts";

/** A policy speaks of tiers that there are, and of times that do not end before they begin. */
export function findPolicyProblems({ policy, tiers }: Program): ProgramProblem[] {
  if (policy === undefined) return [];
  const { welcome, freezes } = policy;
  const problems: ProgramProblem[] = [];
  if (welcome !== undefined && !tiers.some(({ key }) => key === welcome.tier))
    problems.push({
      field: "policy.welcome.tier",
      problem: `must be one of the tiers, "${welcome.tier}" is none`,
    });
  for (const [index, { from, until }] of freezes.entries()) {
    // Dates as they are written are in the order of the calendar.
    if (until < from)
      problems.push({
        field: `policy.freezes.${index}.until`,
        problem: `must not be before ${from}, when it begins`,
      });
  }
  return problems;
}
