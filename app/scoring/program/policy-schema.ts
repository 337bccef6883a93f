import { z } from "zod";
import { parseCalendarDate } from "../calendar-day.ts";
import { labelKey } from "./tier-schema.ts";

const days = z
  .int("must be whole days")
  .min(0, "must be 0 or more")
  .max(3650, "must be 3650 or less");

const date = z
  .string("must be a date, like 2026-12-24")
  .refine((text) => parseCalendarDate(text) !== null, "must be a date, like 2026-12-24");

/** What holds a customer in a tier, or out of one, that their orders alone would not. */
export const policySchema = z.strictObject({
  /** Whether a customer goes up with the order that earns it, or on the next day the base is evaluated. */
  upgrade: z
    .literal(["at-once", "at-evaluation"], 'must be "at-once" or "at-evaluation"')
    .default("at-once"),
  /** So many days below what keeps the tier before it is lost. */
  graceDays: days.default(0),
  /** So many days in a tier before it can be lost. */
  minimumStayDays: days.default(0),
  /** Lowered by one tier at a time. */
  oneStepDown: z.boolean("must be true or false").default(false),
  /** A fall that a refund caused: as any other, to where it leads without waiting, or not before the next evaluation. */
  refunds: z
    .literal(
      ["as-any-fall", "at-once", "at-evaluation"],
      'must be "as-any-fall", "at-once" or "at-evaluation"',
    )
    .default("as-any-fall"),
  /** Whose first counted order is less than so many days ago starts in this tier at least, and is not lowered before. */
  welcome: z.strictObject({ tier: labelKey, days: days.min(1, "must be 1 or more") }).optional(),
  /** Nobody is lowered from the first of these dates to the last, both included. */
  freezes: z
    .array(z.strictObject({ from: date, until: date }))
    .max(100, "must be 100 or fewer")
    .default([]),
});

export type Policy = z.infer<typeof policySchema>;

/** When the base is calibrated anew: every day, on Mondays, on the first of the month; shop time. */
export const evaluationSchema = z.literal(
  ["daily", "weekly", "monthly"],
  'must be "daily", "weekly" or "monthly"',
);

export type Evaluation = z.infer<typeof evaluationSchema>;

/** Holds nobody. */
export const noPolicy: Policy = policySchema.parse({});
