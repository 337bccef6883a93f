import { z } from "zod";
import { industryKeys } from "../industry.ts";
import { cutPointsSchema } from "./cut-point-schema.ts";
import { groupsSchema } from "./group-schema.ts";
import { findProgramProblems } from "./program-problems.ts";
import { basisPoints, tierSchema, tiersBySchema } from "./tier-schema.ts";

export type { TierDefinition } from "./tier-schema.ts";

const weightsSchema = z.strictObject({
  recency: basisPoints,
  frequency: basisPoints,
  monetary: basisPoints,
});

const startingPointSchema = z.strictObject({
  industry: z.enum(industryKeys, `must be one of ${industryKeys.join(", ")}`),
  /** Used while the shop has fewer ranked customers than this. */
  belowCustomers: z
    .int("must be a whole number of customers")
    .min(1, "must be 1 or more")
    .max(100_000, "must be 100000 or less"),
});

const shape = z.strictObject({
  /** Of the amounts that the program states; needed when it states any. */
  currency: z
    .string("must be text")
    .regex(/^[A-Z]{3}$/, 'must be a currency code, like "GBP"')
    .optional(),
  /** What an order's money is: total less refunds. */
  money: z.literal("net", 'must be "net"').default("net"),
  /** Orders younger than this many days count for frequency and monetary. */
  windowDays: z
    .int("must be a whole number of days")
    .min(1, "must be 1 or more")
    .max(36_500, "must be 36500 or less")
    .default(365),
  /** How many scores each metric has; left out = 5. */
  levels: z.literal([3, 4, 5, 10], "must be 3, 4, 5 or 10").optional(),
  cutPoints: cutPointsSchema.optional(),
  startingPoint: startingPointSchema.optional(),
  /** Basis points, together 10000. */
  weights: weightsSchema.default({ recency: 2000, frequency: 3000, monetary: 5000 }),
  tiersBy: tiersBySchema.optional(),
  /** Highest first. */
  tiers: z
    .array(tierSchema)
    .min(2, "must be two tiers or more")
    .max(100, "must be 100 tiers or fewer")
    .default([
      { key: "core", name: "Core", cutBp: 8000 },
      { key: "growth", name: "Growth", cutBp: 5000 },
      { key: "base", name: "Base", cutBp: 0 },
    ]),
  groups: groupsSchema.default("five-types"),
});

/**
 * What a merchant edits. Every part may be left out and is then as in `defaultProgram`; parts that are not known are
 * refused, so that a misspelt one is not silently the default. A part added later is optional and means nothing when
 * absent, so that every stored program stays what it was.
 */
export const programSchema = shape.check(({ value, issues }) => {
  for (const { field, problem } of findProgramProblems(value)) {
    const path = field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
    issues.push({ code: "custom", input: value, path, message: problem });
  }
});

export type Program = z.infer<typeof shape>;

/** One thing wrong with a program: `field` like `tiers.1.cutBp` (empty = the whole), `problem` what must be otherwise. */
export type ProgramProblem = { field: string; problem: string };

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
