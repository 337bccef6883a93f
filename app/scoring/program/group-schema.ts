import { z } from "zod";
import { groupPresetKeys } from "../groups/presets.ts";
import { labelKey, labelName } from "./tier-schema.ts";

const score = z
  .int("must be a whole score")
  .min(1, "must be 1 or more")
  .max(10, "must be 10 or less");

/** Both ends included. */
const scoreRange = z
  .tuple([score, score], "must be two scores, like [4, 5]")
  .refine(([from, to]) => from <= to, "must go from the lower score to the higher");

/** A map of R × FM: each group names the areas of the grid that are its own. */
const groupMapSchema = z.strictObject({
  kind: z.literal("map"),
  groups: z
    .array(
      z.strictObject({
        key: labelKey,
        name: labelName,
        areas: z
          .array(z.strictObject({ recency: scoreRange, frequencyMonetary: scoreRange }))
          .min(1, "must have at least one area"),
      }),
    )
    .min(1, "must have at least one group"),
});

/** Ordered rules, first match wins; what a rule leaves out it does not ask for. */
const groupRulesSchema = z.strictObject({
  kind: z.literal("rules"),
  groups: z
    .array(z.strictObject({ key: labelKey, name: labelName }))
    .min(1, "must have at least one group"),
  rules: z
    .array(
      z.strictObject({
        key: labelKey,
        recency: scoreRange.optional(),
        frequency: scoreRange.optional(),
        monetary: scoreRange.optional(),
        frequencyMonetary: scoreRange.optional(),
        /** Only customers with exactly one counted order ever. */
        onlyOneOrder: z.literal(true, "must be true or left out").optional(),
      }),
    )
    .min(1, "must have at least one rule"),
});

export const groupsSchema = z.union(
  [z.enum(groupPresetKeys), z.discriminatedUnion("kind", [groupMapSchema, groupRulesSchema])],
  {
    error: (issue) =>
      typeof issue.input === "object" && issue.input !== null
        ? undefined
        : `must be one of ${groupPresetKeys.join(", ")}, or a map or rules of your own`,
  },
);

export type GroupMap = z.infer<typeof groupMapSchema>;
export type GroupRules = z.infer<typeof groupRulesSchema>;
