import { z } from "zod";
import { groupPresetKeys } from "./groups/presets.ts";

const basisPoints = z
  .int("must be a whole number of basis points")
  .min(0, "must be 0 or more")
  .max(10_000, "must be 10000 or less");

const tierSchema = z.strictObject({
  /** Fixed at creation: it is part of the tag. */
  key: z
    .string("must be text")
    .max(60, "must have at most 60 characters")
    .regex(
      /^[a-z0-9]+(-[a-z0-9]+)*$/,
      "must be lower-case ASCII letters, digits and single hyphens, like top-buyers",
    ),
  name: z
    .string("must be text")
    .trim()
    .min(1, "must not be empty")
    .max(60, "must have at most 60 characters"),
  /** The tier begins where this share of the ranked customers is strictly below: 8000 = top 20 %. */
  cutBp: basisPoints,
});

const weightsSchema = z.strictObject({
  recency: basisPoints,
  frequency: basisPoints,
  monetary: basisPoints,
});

/** One step of the tier ladder. */
export type TierDefinition = z.infer<typeof tierSchema>;

/**
 * What a merchant edits. Every part may be left out and is then as in `defaultProgram`; parts that are not known are
 * refused, so that a misspelt one is not silently the default.
 */
export const programSchema = z.strictObject({
  /** What an order's money is: total less refunds. */
  money: z.literal("net", 'must be "net"').default("net"),
  /** Orders younger than this many days count for frequency and monetary. */
  windowDays: z
    .int("must be a whole number of days")
    .min(1, "must be 1 or more")
    .max(36_500, "must be 36500 or less")
    .default(365),
  /** Basis points, together 10000. */
  weights: weightsSchema
    .check(requireFullWeight)
    .default({ recency: 2000, frequency: 3000, monetary: 5000 }),
  /** Highest first. */
  tiers: z
    .array(tierSchema)
    .min(2, "must be two tiers or more")
    .check(requireLadder)
    .default([
      { key: "core", name: "Core", cutBp: 8000 },
      { key: "growth", name: "Growth", cutBp: 5000 },
      { key: "base", name: "Base", cutBp: 0 },
    ]),
  groups: z
    .enum(groupPresetKeys, `must be one of ${groupPresetKeys.join(", ")}`)
    .default("five-types"),
});

export type Program = z.infer<typeof programSchema>;

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
  const problems = parsed.error.issues.map(({ path, message }) => ({
    field: path.join("."),
    problem: message,
  }));
  return { kind: "refused", problems };
}

function requireFullWeight({
  value,
  issues,
}: z.core.ParsePayload<z.infer<typeof weightsSchema>>): void {
  const sum = value.recency + value.frequency + value.monetary;
  if (sum !== 10_000)
    issues.push({
      code: "custom",
      input: value,
      path: [],
      message: `must add up to 10000 basis points, not ${sum}`,
    });
}

function requireLadder({ value: tiers, issues }: z.core.ParsePayload<TierDefinition[]>): void {
  const refuse = (path: (string | number)[], message: string): void => {
    issues.push({ code: "custom", input: tiers, path, message });
  };
  for (const [index, { key, cutBp }] of tiers.entries()) {
    const above = tiers[index - 1];
    if (tiers.findIndex((other) => other.key === key) < index)
      refuse([index, "key"], `must be unique, "${key}" stands twice`);
    if (above !== undefined && cutBp >= above.cutBp)
      refuse([index, "cutBp"], `must be below the ${above.cutBp} of the tier above`);
  }
  const lowest = tiers.length - 1;
  if ((tiers[lowest]?.cutBp ?? 0) !== 0)
    refuse([lowest, "cutBp"], "must be 0 in the lowest tier, which takes everybody left");
  if ((tiers[0]?.cutBp ?? 0) >= 10_000)
    refuse([0, "cutBp"], "must be below 10000, or nobody can reach the tier");
}
