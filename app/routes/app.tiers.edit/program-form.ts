import { z } from "zod";
import { conditionMetrics } from "./condition-metrics.ts";

/** As typed: half-typed numbers are no numbers. */
const typed = z.string().max(1_000);
const id = z.string().max(100);

const cut = z.strictObject({
  kind: z.enum(["quantile", "natural-breaks", "fixed"]),
  /** Numbers with spaces or commas between them. */
  fixed: typed,
});

/** The editor's state, as it is kept beside the live program while somebody is at it. */
export const programFormSchema = z.strictObject({
  windowDays: typed,
  weights: z.strictObject({ recency: typed, frequency: typed, monetary: typed }),
  levels: z.enum(["3", "4", "5", "10"]),
  cuts: z.strictObject({ recency: cut, frequency: cut, monetary: cut }),
  tiersBy: z.enum(["value-shares", "thresholds", "natural-breaks"]),
  breaksOf: z.enum(["value", "recency", "frequency", "monetary"]),
  /** Highest first. */
  tiers: z.array(
    z.strictObject({
      /** Only tells rows apart on the screen. */
      id,
      /** Null until the server has given a new tier its key. */
      key: z.string().nullable(),
      name: typed,
      /** "#rrggbb"; empty = none. */
      colour: typed,
      benefits: typed,
      /** Percent of the ranked customers; the lowest tier takes everybody left and ignores it. */
      sharePercent: typed,
      /** Percent from the top down to which the tier is kept; empty = as it is entered. */
      keepPercent: typed,
      /** All must hold. `stay` empty = as it is entered. */
      conditions: z.array(
        z.strictObject({ id, metric: z.enum(conditionMetrics), enter: typed, stay: typed }),
      ),
    }),
  ),
  /** A preset's key; null = groups of the shop's own, which this form leaves alone. */
  groups: z.string().nullable(),
  policy: z.strictObject({
    upgrade: z.enum(["at-once", "at-evaluation"]),
    graceDays: typed,
    minimumStayDays: typed,
    oneStepDown: z.boolean(),
    refunds: z.enum(["as-any-fall", "at-once", "at-evaluation"]),
    /** A tier's `id`; null = nobody is welcomed. */
    welcomeTier: id.nullable(),
    welcomeDays: typed,
    freezes: z.array(z.strictObject({ id, from: typed, until: typed })),
  }),
  evaluation: z.enum(["daily", "weekly", "monthly"]),
});

export type ProgramForm = z.infer<typeof programFormSchema>;
export type TierRow = ProgramForm["tiers"][number];
export type ScoredMetric = keyof ProgramForm["cuts"];
