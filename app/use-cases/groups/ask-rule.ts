import { countMembersBy, type MemberTest } from "../../persistence/member-tests.ts";
import type { Database } from "../../persistence/database.ts";
import { wantAnswer } from "../../persistence/shopify-questions.ts";
import type { Shop } from "../../persistence/shops.ts";
import {
  calendarDayOf,
  findRuleProblems,
  listConditions,
  parseMemberRule,
  type MemberRule,
  type RuleProblem,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { memberTestOf } from "./member-test-of.ts";
import { isAskedOfShopify, segmentQuestionOf } from "./segment-query.ts";

/** `field` as in `RuleProblem`. */
export type CheckedRule =
  { kind: "rule"; rule: MemberRule } | { kind: "refused"; problems: RuleProblem[] };

/** Reads a rule from a form: in form, and fitting the shop as it is now. */
export async function checkRule(app: App, record: Shop, input: unknown): Promise<CheckedRule> {
  const parsed = parseMemberRule(input);
  if (parsed.kind === "refused") return parsed;
  const { tiers, groups } = await readLiveProgram(app, record);
  const problems = findRuleProblems(parsed.rule, { currency: record.currencyCode, tiers, groups });
  return problems.length === 0 ? parsed : { kind: "refused", problems };
}

/** Problems of a rule as those of a form whose field `rule` it is. */
export function asFieldOfForm(problems: readonly RuleProblem[]): RuleProblem[] {
  return problems.map(({ field, problem }) => ({ field: `rule.${field}`, problem }));
}

export type AskedRule =
  | { kind: "test"; test: MemberTest }
  /** Shopify has yet to answer. */
  | { kind: "asking" }
  | { kind: "refused"; problems: RuleProblem[] };

/** The test of a rule on a day. What only Shopify knows is asked, or wanted for longer. */
export async function askRule(
  db: Database,
  { shop, currencyCode, timeZone }: Shop,
  rule: MemberRule,
  now: Date,
): Promise<AskedRule> {
  const questionIds = new Map<string, string>();
  const problems: RuleProblem[] = [];
  const today = calendarDayOf(now, timeZone);
  let isAsking = false;
  for (const { condition, field } of listConditions(rule)) {
    if (!isAskedOfShopify(condition)) continue;
    const question = await wantAnswer(
      db,
      shop,
      segmentQuestionOf(condition, today).query,
      new Date(),
    );
    questionIds.set(question.query, question.id);
    if (question.answeredAt === null) isAsking = true;
    if (question.problem !== null)
      problems.push({ field, problem: `Shopify cannot answer: ${question.problem}` });
  }
  if (problems.length > 0) return { kind: "refused", problems };
  if (isAsking) return { kind: "asking" };
  return { kind: "test", test: memberTestOf(rule, { currency: currencyCode, today, questionIds }) };
}

export type RuleCount =
  | { kind: "counted"; customers: number }
  | { kind: "asking" }
  | { kind: "refused"; problems: RuleProblem[] };

/** How many customers a rule would hold for now. */
export async function countRule(app: App, shop: string, input: unknown): Promise<RuleCount> {
  const record = await requireShop(app, shop);
  const checked = await checkRule(app, record, input);
  if (checked.kind === "refused") return checked;
  const asked = await askRule(app.db, record, checked.rule, await app.now());
  if (asked.kind === "asking") await app.enqueue(app.db, "ask-shopify", { shop });
  if (asked.kind !== "test") return asked;
  return { kind: "counted", customers: await countMembersBy(app.db, record, asked.test) };
}
