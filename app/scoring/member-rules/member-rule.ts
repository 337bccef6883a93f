import { z } from "zod";
import { conditionSchema } from "./condition-schema.ts";

const match = z.enum(["all", "any"], "must be all or any");
const some = "must have at least one condition";

/** Conditions within conditions, and nothing deeper: what is nested further nobody reads. */
const blockSchema = z.strictObject({
  kind: z.literal("block"),
  match,
  conditions: z.array(conditionSchema).min(1, some).max(20, "must have 20 conditions at most"),
});

const memberRuleSchema = z.strictObject({
  match,
  conditions: z
    .array(z.union([conditionSchema, blockSchema]))
    .min(1, some)
    .max(20, "must have 20 conditions at most"),
});

export type MemberRule = z.infer<typeof memberRuleSchema>;

/** One thing wrong with a rule: `field` like `conditions.1.value` or `conditions.0.conditions.2`. */
export type RuleProblem = { field: string; problem: string };

export type ParsedMemberRule =
  { kind: "rule"; rule: MemberRule } | { kind: "refused"; problems: RuleProblem[] };

/** Reads a rule from outside, and says of a wrong one all that is wrong and where. */
export function parseMemberRule(input: unknown): ParsedMemberRule {
  const parsed = memberRuleSchema.safeParse(input);
  if (parsed.success) return { kind: "rule", rule: parsed.data };
  return { kind: "refused", problems: parsed.error.issues.flatMap((issue) => listProblems(issue)) };
}

/** Of a condition that could be a block, what is wrong with the form it has by its kind. */
function listProblems(issue: z.core.$ZodIssue, outer: readonly PropertyKey[] = []): RuleProblem[] {
  const path = [...outer, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0)
    return [{ field: path.join("."), problem: issue.message }];
  // The other form fails already at the kind.
  const own = issue.errors.find((inner) => inner.every((each) => each.path[0] !== "kind"));
  return (own ?? issue.errors[0] ?? []).flatMap((inner) => listProblems(inner, path));
}
