import { z } from "zod";

/** What the models of a base look like when they are read back: JSON has null for what is not a number. */

const number = z.number().nullable();

export const missingHistorySchema = z.object({
  customers: z.number().exactOptional(),
  returningCustomers: z.number().exactOptional(),
  /** Days. */
  observedTime: z.number().exactOptional(),
});

const fourParameters = { r: z.number(), alpha: z.number(), a: z.number(), b: z.number() };
const orderModelSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("mbg-nbd"), ...fourParameters }),
  z.object({ kind: z.literal("mbg-cnbd-k"), k: z.number(), ...fourParameters }),
]);

const fittedOrderSchema = z.object({
  model: orderModelSchema,
  logLikelihood: number,
  standardErrors: z.record(z.string(), number),
  plausible: z.array(z.object({ model: orderModelSchema, weight: z.number() })),
  customers: z.number(),
});

const fittedSpendSchema = z
  .object({
    model: z.object({ p: z.number(), q: z.number(), v: z.number() }),
    logLikelihood: number,
    standardErrors: z.record(z.string(), number),
    customers: z.number(),
  })
  .nullable();

const orderModelRule = z.enum(["mbg-cnbd-k", "mbg-nbd"]);
const purchaseRule = z.enum(["mbg-cnbd-k", "mbg-nbd", "same-again"]);
const spendRule = z.enum(["gamma-gamma-repeats", "gamma-gamma-all", "same-again"]);

const backTestSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("tested"),
    cutDay: z.number(),
    horizonDays: z.number(),
    customers: z.number(),
    buyers: z.number(),
    purchases: z.object({
      chosen: purchaseRule,
      scores: z.array(z.object({ rule: purchaseRule, meanAbsoluteError: number, bias: number })),
    }),
    chances: z.object({
      chosen: orderModelRule,
      scores: z.array(z.object({ rule: orderModelRule, areaUnderCurve: number })),
      rankAreaUnderCurve: number,
      bins: z.array(z.object({ customers: z.number(), predicted: z.number(), actual: z.number() })),
      rightAbout: z.number(),
    }),
    spend: z.object({
      chosen: spendRule,
      scores: z.array(
        z.object({
          rule: spendRule,
          meanAbsoluteErrorMinor: number,
          bias: number,
          topTenthShare: number,
        }),
      ),
    }),
  }),
  z.object({ kind: z.literal("not-enough-history"), missing: missingHistorySchema }),
]);

export const outlookBaseSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("fitted"),
    models: z.object({
      orders: z.object({ "mbg-cnbd-k": fittedOrderSchema, "mbg-nbd": fittedOrderSchema }),
      spend: z.object({
        "gamma-gamma-repeats": fittedSpendSchema,
        "gamma-gamma-all": fittedSpendSchema,
      }),
      leansOnIndustry: z.boolean(),
    }),
    chosen: z.object({ purchases: purchaseRule, chances: orderModelRule, spend: spendRule }),
    backTest: backTestSchema,
  }),
  z.object({ kind: z.literal("not-enough-history"), missing: missingHistorySchema }),
]);

export type StoredOutlookBase = z.infer<typeof outlookBaseSchema>;
export type FittedOutlookBase = Extract<StoredOutlookBase, { kind: "fitted" }>;
export type StoredBackTest = z.infer<typeof backTestSchema>;
export type PurchaseRule = z.infer<typeof purchaseRule>;
export type SpendRule = z.infer<typeof spendRule>;
