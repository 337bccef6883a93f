import { z } from "zod";

/** How a customer's judgements look when they are read back. */

const ownGaps = z.object({ needs: z.number(), has: z.number() });
const usual = { usualDays: z.number(), gaps: z.number() };

const judgedSchema = z.object({
  kind: z.literal("judged"),
  level: z.enum(["on-time", "due", "late", "at-risk", "lost"]),
  daysSinceLast: z.number(),
  judgedBy: z.discriminatedUnion("kind", [
    z.object({
      kind: z.literal("own-rhythm"),
      ...usual,
      spreadDays: z.number(),
      shorterGaps: z.number(),
    }),
    z.object({ kind: z.literal("type-cycle"), productType: z.string(), ...usual, own: ownGaps }),
    z.object({ kind: z.literal("shop-cycle"), ...usual, own: ownGaps }),
    z.object({ kind: z.literal("assumed-cycle"), ...usual, needsGaps: z.number(), own: ownGaps }),
  ]),
  laterThanPercent: z.number(),
  isPercentAssumed: z.boolean(),
  reached: z.number(),
  cameBack: z.number(),
});

/** Null for somebody without a visit. */
export const riskSchema = z
  .union([judgedSchema, z.object({ kind: z.literal("no-visits") })])
  .transform((risk) => (risk.kind === "judged" ? risk : null));

export type Judged = z.infer<typeof judgedSchema>;

const evidenceSchema = z.discriminatedUnion("trait", [
  z.object({
    trait: z.literal("price-sensitive"),
    orders: z.number(),
    discountedOrders: z.number(),
    spendShare: z.number(),
    baseSpendShare: z.number(),
  }),
  z.object({
    trait: z.literal("novelty-seeker"),
    purchases: z.number(),
    firstTime: z.number(),
    baseFirstTimeShare: z.number(),
    datedPurchases: z.number(),
    early: z.number(),
    earlyDays: z.number(),
  }),
  z.object({
    trait: z.literal("bundle-buyer"),
    visits: z.number(),
    bundles: z.number(),
    bundleSize: z.number(),
    baseBundleShare: z.number(),
  }),
  z.object({
    trait: z.literal("quality-oriented"),
    lines: z.number(),
    dear: z.number(),
    baseDearShare: z.number(),
    returnedShare: z.number(),
  }),
  z.object({
    trait: z.literal("brand-loyal"),
    vendor: z.string(),
    choices: z.number(),
    ofVendor: z.number(),
    baseVendorShare: z.number(),
    spendShare: z.number(),
  }),
]);

const judgedTraitSchema = z.object({
  kind: z.enum(["shown", "not-shown"]),
  evidence: evidenceSchema,
  confidence: z.number(),
});

export type JudgedTrait = z.infer<typeof judgedTraitSchema>;

export const traitsSchema = z.array(judgedTraitSchema);
