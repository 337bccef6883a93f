import { z } from "zod";
import { riskLevels } from "../behaviour/rhythm/lateness.ts";
import { traitKeys } from "../behaviour/traits/trait.ts";
import { amountText } from "../program/cut-point-schema.ts";
import { labelKey } from "../program/tier-schema.ts";
import { stageKeys } from "../stage.ts";
import { interestCondition } from "./interest-condition.ts";

/** Both bounds are included. */
const compare = z.enum(["at-least", "at-most"], "must be at-least or at-most");
/** Whether it must hold, or must not. */
const is = z.boolean("must be true or false");

/** Whole numbers, but for chances in percent, the value in points and expected orders. */
export const countMetrics = [
  "orders",
  "windowOrders",
  "daysSinceLastOrder",
  "daysSinceFirstOrder",
  "recencyScore",
  "frequencyScore",
  "monetaryScore",
  "value",
  "chanceToBuy90d",
  "chanceToBuy180d",
  "expectedOrders365d",
] as const;

/** In the shop's currency. */
export const amountMetrics = [
  "netSpend",
  "windowSpend",
  "averageOrder",
  "expectedSpend365d",
] as const;

const shortText = (what: string, most: number) =>
  z
    .string(`must be ${what}`)
    .trim()
    .min(1, `must be ${what}`)
    .max(most, `must have at most ${most} characters`);

const fieldPart = z
  .string("must be the name of a customer field")
  .regex(/^[A-Za-z0-9_-]{1,64}$/, "must be the name of a customer field");

/** How a customer field of Shopify's is compared, by its type. */
export const fieldComparisons = {
  text: ["is", "is-not", "is-set", "is-not-set"],
  number: ["is", "at-least", "at-most", "is-set", "is-not-set"],
  date: ["on-or-after", "on-or-before", "anniversary-within", "month-is", "is-set", "is-not-set"],
  boolean: ["is", "is-not", "is-set", "is-not-set"],
  list: ["is", "is-not", "is-set", "is-not-set"],
} as const;

export const fieldTypes = ["text", "number", "date", "boolean", "list"] as const;

export const conditionSchema = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("count"),
      of: z.enum(countMetrics, "must be a number that Echelon has of customers"),
      compare,
      value: z
        .number("must be a number")
        .min(0, "must be 0 or more")
        .max(1_000_000, "must be 1000000 or less"),
    }),
    z.strictObject({
      kind: z.literal("amount"),
      of: z.enum(amountMetrics, "must be an amount that Echelon has of customers"),
      compare,
      amount: amountText,
    }),
    z.strictObject({
      kind: z.literal("label"),
      family: z.enum(["tier", "group"], "must be tier or group"),
      is,
      keys: z.array(labelKey).min(1, "must name at least one").max(100, "must name 100 at most"),
    }),
    z.strictObject({
      kind: z.literal("stage"),
      is,
      keys: z.array(z.enum(stageKeys, "must be a stage")).min(1, "must name at least one"),
    }),
    z.strictObject({
      kind: z.literal("risk"),
      is,
      keys: z.array(z.enum(riskLevels, "must be a level of risk")).min(1, "must name at least one"),
    }),
    z.strictObject({ kind: z.literal("trait"), is, trait: z.enum(traitKeys, "must be a trait") }),
    z.strictObject({
      kind: z.literal("country"),
      is,
      codes: z
        .array(z.string("must be text").regex(/^[A-Z]{2}$/, 'must be two letters, like "GB"'))
        .min(1, "must name at least one country")
        .max(250, "must name 250 at most"),
    }),
    z.strictObject({
      kind: z.literal("product"),
      is,
      productId: z
        .string("must be a product's number")
        .regex(/^\d{1,18}$/, "must be a product's number"),
    }),
    z.strictObject({
      kind: z.literal("product-type"),
      is,
      productType: shortText("a product type", 255),
    }),
    z.strictObject({
      kind: z.literal("date"),
      of: z.enum(["first-order", "last-order"], "must be first-order or last-order"),
      compare: z.enum(["on-or-after", "on-or-before"], "must be on-or-after or on-or-before"),
      date: z.iso.date("must be a date, like 2026-01-31"),
    }),
    interestCondition,
    z.strictObject({ kind: z.literal("tag"), is, tag: shortText("a tag", 255) }),
    z.strictObject({
      kind: z.literal("field"),
      namespace: fieldPart,
      key: fieldPart,
      type: z.enum(fieldTypes, "must be text, number, date, boolean or list"),
      compare: z.enum(
        [
          "is",
          "is-not",
          "at-least",
          "at-most",
          "on-or-after",
          "on-or-before",
          "anniversary-within",
          "month-is",
          "is-set",
          "is-not-set",
        ],
        "must be a comparison",
      ),
      value: z.string("must be text").trim().max(255, "must have at most 255 characters"),
    }),
  ],
  "must be a condition that Echelon knows",
);

export type Condition = z.infer<typeof conditionSchema>;
