import { z } from "zod";
import { industryKeys } from "../industry.ts";
import { moneySchema } from "../money/money-rules.ts";
import { cutPointsSchema } from "./cut-point-schema.ts";
import { groupsSchema } from "./group-schema.ts";
import { evaluationSchema, policySchema } from "./policy-schema.ts";
import { basisPoints, tierSchema, tiersBySchema } from "./tier-schema.ts";

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

/** The parts of a program, each right by itself; `program-problems.ts` has what must hold between them. */
export const programParts = z.strictObject({
  /** Of the amounts that the program states; needed when it states any. */
  currency: z
    .string("must be text")
    .regex(/^[A-Z]{3}$/, 'must be a currency code, like "GBP"')
    .optional(),
  /** What of an order is money: total less refunds, or rules of the shop's own. */
  money: moneySchema,
  /** For whom a company's orders count: who placed them (left out), or everybody who orders for the location. */
  companyOrders: z.literal(["contact", "location"], 'must be "contact" or "location"').optional(),
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
  /** What holds somebody in a tier or out of it; left out = nobody is held. */
  policy: policySchema.optional(),
  /** When the base is calibrated anew; left out = daily. */
  evaluation: evaluationSchema.optional(),
});

export type Program = z.infer<typeof programParts>;

/** One thing wrong with a program: `field` like `tiers.1.cutBp` (empty = the whole), `problem` what must be otherwise. */
export type ProgramProblem = { field: string; problem: string };
