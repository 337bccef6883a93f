import type { z } from "zod";
import type { Evaluation, Policy } from "./policy-schema.ts";
import { noPolicy } from "./policy-schema.ts";
import type { Program, ProgramProblem } from "./program-parts.ts";
import { programParts } from "./program-parts.ts";
import { findProgramProblems } from "./program-problems.ts";

export type { Program, ProgramProblem } from "./program-parts.ts";
export type { TierDefinition, TierThresholds } from "./tier-schema.ts";
export type { Evaluation, Policy } from "./policy-schema.ts";

/**
 * What a merchant edits. Every part may be left out and is then as in `defaultProgram`; parts that are not known are
 * refused, so that a misspelt one is not silently the default. A part added later is optional and means nothing when
 * absent, so that every stored program stays what it was.
 */
export const programSchema = programParts.check(({ value, issues }) => {
  for (const { field, problem } of findProgramProblems(value)) {
    const path = field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    issues.push({ code: "custom", input: value, path, message: problem });
  }
});

export type ParsedProgram =
  { kind: "program"; program: Program } | { kind: "refused"; problems: ProgramProblem[] };

/** Top 20 %, next 30 %, the rest; five customer types; a year's window. */
export const defaultProgram: Program = programSchema.parse({});

/** Reads a program from outside, and says of a wrong one all that is wrong and where. */
export function parseProgram(input: unknown): ParsedProgram {
  const parsed = programSchema.safeParse(input);
  if (parsed.success) return { kind: "program", program: parsed.data };
  return { kind: "refused", problems: parsed.error.issues.flatMap((issue) => listProblems(issue)) };
}

/** Of a choice between forms, what is wrong with the form that came closest. */
function listProblems(
  issue: z.core.$ZodIssue,
  outer: readonly PropertyKey[] = [],
): ProgramProblem[] {
  const path = [...outer, ...issue.path];
  const closest =
    issue.code === "invalid_union"
      ? issue.errors.find((inner) => inner.some((each) => each.path.length > 0))
      : undefined;
  return closest === undefined
    ? [{ field: path.join("."), problem: issue.message }]
    : closest.flatMap((inner) => listProblems(inner, path));
}

/** How many scores each metric has. */
export function levelsOf({ levels = 5 }: Program): number {
  return levels;
}

/** Does a tier depend on what is to be expected of a customer, and so on the shop's fitted models. */
export function asksForOutlook({ tiers }: Program): boolean {
  return tiers.some(
    ({ when, keepWhen }) =>
      when?.expectedSpendAtLeast !== undefined || keepWhen?.expectedSpendAtLeast !== undefined,
  );
}

/** What holds somebody in a tier or out of it. */
export function policyOf({ policy = noPolicy }: Program): Policy {
  return policy;
}

/** When the base is calibrated anew. */
export function evaluationOf({ evaluation = "daily" }: Program): Evaluation {
  return evaluation;
}

/** For whom a company's orders count. */
export function companyOrdersOf({ companyOrders = "contact" }: Program): "contact" | "location" {
  return companyOrders;
}
