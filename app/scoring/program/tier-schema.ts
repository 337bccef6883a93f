import { z } from "zod";
import { amountText } from "./cut-point-schema.ts";

export const basisPoints = z
  .int("must be a whole number of basis points")
  .min(0, "must be 0 or more")
  .max(10_000, "must be 10000 or less");

/** Fixed at creation: it is part of the tag. */
export const labelKey = z
  .string("must be text")
  .max(60, "must have at most 60 characters")
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    "must be lower-case ASCII letters, digits and single hyphens, like top-buyers",
  );

export const labelName = z
  .string("must be text")
  .trim()
  .min(1, "must not be empty")
  .max(60, "must have at most 60 characters");

const count = z.int("must be a whole number").min(0, "must be 0 or more");

/** All that are stated must hold. */
const thresholdsSchema = z
  .strictObject({
    /** Net of all counted orders ever. */
    spendAtLeast: amountText.optional(),
    /** Net of the counted orders in the window. */
    windowSpendAtLeast: amountText.optional(),
    /** Net ever over orders ever. */
    averageOrderAtLeast: amountText.optional(),
    ordersAtLeast: count.optional(),
    windowOrdersAtLeast: count.optional(),
    recencyDaysAtMost: count.optional(),
    /** Spend to be expected within 365 days by the shop's fitted models; does not hold while there are none. */
    expectedSpendAtLeast: amountText.optional(),
  })
  .refine((when) => Object.keys(when).length > 0, "must state at least one threshold");

export const tierSchema = z.strictObject({
  key: labelKey,
  name: labelName,
  /** By value: the tier begins where this share of the ranked customers is strictly below: 8000 = top 20 %. */
  cutBp: basisPoints.optional(),
  /** By value: whoever is in the tier stays down to this share; left out = `cutBp`. */
  keepBp: basisPoints.optional(),
  /** By thresholds: what it takes to be in the tier. The lowest tier takes everybody left. */
  when: thresholdsSchema.optional(),
  /** By thresholds: what it takes to stay in the tier, no more than to enter it; left out = `when`. */
  keepWhen: thresholdsSchema.optional(),
  colour: z
    .string("must be text")
    .regex(/^#[0-9a-f]{6}$/, "must be a colour, like #1a6e4f, in lower case")
    .optional(),
  /** What the shop promises the tier, in its own words; lines. */
  benefits: z.string("must be text").trim().max(500, "must have at most 500 characters").optional(),
});

/** One step of the tier ladder. */
export type TierDefinition = z.infer<typeof tierSchema>;

export type TierThresholds = z.infer<typeof thresholdsSchema>;

/** How the ladder is cut; left out = `value-shares`. */
export const tiersBySchema = z.discriminatedUnion(
  "kind",
  [
    /** Shares of the base by value: `cutBp` of each tier. */
    z.strictObject({ kind: z.literal("value-shares") }),
    /** Fixed thresholds on metrics: `when` of each tier but the lowest; the first that holds, from the highest down. */
    z.strictObject({ kind: z.literal("thresholds") }),
    /** As many classes as there are tiers, at the natural breaks of one column. */
    z.strictObject({
      kind: z.literal("natural-breaks"),
      of: z.enum(
        ["value", "recency", "frequency", "monetary"],
        "must be value, recency, frequency or monetary",
      ),
    }),
  ],
  'must have a kind: "value-shares", "thresholds" or "natural-breaks"',
);
