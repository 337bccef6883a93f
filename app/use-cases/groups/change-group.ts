import { z } from "zod";
import { removeMembers, settleSize } from "../../persistence/custom-group-members.ts";
import {
  deleteCustomGroup,
  findCustomGroup,
  updateCustomGroup,
} from "../../persistence/custom-groups.ts";
import { distrustAnswers } from "../../persistence/shopify-questions.ts";
import { calendarDayOf, type RuleProblem } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { formProblemsOf } from "../form-problems.ts";
import { requireShop } from "../require-shop.ts";
import { addCustomers } from "./add-customers.ts";
import { asFieldOfForm, checkRule } from "./ask-rule.ts";
import { findDiscountsOfGroup, type DiscountInUse } from "./discounts-in-use.ts";
import { groupName } from "./create-group.ts";

/** What a group's page and the customers list ask for. */
const changeForm = z.discriminatedUnion("intent", [
  z
    .object({
      intent: z.literal("save"),
      name: groupName,
      /** Of a dynamic group only. */
      rule: z.unknown().optional(),
      tag: z.boolean("must be true or false"),
      segment: z.boolean("must be true or false"),
    })
    .refine(({ tag, segment }) => tag || !segment, {
      path: ["segment"],
      message: "needs the tag: a segment finds its customers by it",
    }),
  z.object({ intent: z.literal("add"), customerIds: z.array(z.string()).max(1_000) }),
  z.object({ intent: z.literal("remove"), customerIds: z.array(z.string()).max(1_000) }),
  z.object({ intent: z.literal("refresh") }),
  z.object({ intent: z.literal("delete") }),
]);

export type ChangeGroupResult =
  | { kind: "saved" }
  | { kind: "refreshing" }
  | { kind: "deleted" }
  /** How many joined or left, and the numbers nobody is known under. */
  | { kind: "changed"; customers: number; unknown: string[] }
  | { kind: "refused"; problems: RuleProblem[] }
  /** Deleted, or without its segment, it would leave these without their customers. */
  | { kind: "in-use"; discounts: DiscountInUse[] }
  | { kind: "gone" };

/** Changes a group of the merchant's own. What is published follows. */
export async function changeGroup(
  app: App,
  shop: string,
  id: string,
  form: unknown,
): Promise<ChangeGroupResult> {
  const record = await requireShop(app, shop);
  const group = await findCustomGroup(app.db, shop, id);
  if (group === null) return { kind: "gone" };
  const parsed = changeForm.safeParse(form);
  if (!parsed.success) return { kind: "refused", problems: formProblemsOf(parsed.error) };
  const change = parsed.data;
  switch (change.intent) {
    case "save": {
      const checked = group.kind === "dynamic" ? await checkRule(app, record, change.rule) : null;
      if (checked?.kind === "refused")
        return { kind: "refused", problems: asFieldOfForm(checked.problems) };
      return app.db.$transaction(async (tx): Promise<ChangeGroupResult> => {
        const discounts = change.segment ? [] : await findDiscountsOfGroup(tx, group);
        if (discounts.length > 0) return { kind: "in-use", discounts };
        const rule = checked === null ? {} : { rule: checked.rule };
        await updateCustomGroup(tx, group, {
          name: change.name,
          publishTag: change.tag,
          publishSegment: change.segment,
          ...rule,
        });
        await app.enqueue(tx, checked === null ? "publish" : "renew-groups", { shop });
        return { kind: "saved" };
      });
    }
    case "add":
    case "remove":
      return changeMembers(app, { ...group, timeZone: record.timeZone }, change);
    case "refresh":
      await app.db.$transaction(async (tx) => {
        await distrustAnswers(tx, shop);
        await app.enqueue(tx, "renew-groups", { shop });
      });
      return { kind: "refreshing" };
    case "delete":
      return app.db.$transaction(async (tx): Promise<ChangeGroupResult> => {
        const discounts = await findDiscountsOfGroup(tx, group);
        if (discounts.length > 0) return { kind: "in-use", discounts };
        await deleteCustomGroup(tx, group);
        await app.enqueue(tx, "publish", { shop });
        return { kind: "deleted" };
      });
  }
}

async function changeMembers(
  app: App,
  group: { shop: string; id: string; kind: string; timeZone: string },
  { intent, customerIds }: { intent: "add" | "remove"; customerIds: string[] },
): Promise<ChangeGroupResult> {
  if (group.kind !== "fixed")
    return {
      kind: "refused",
      problems: [{ field: "customerIds", problem: "only a fixed group is changed by hand" }],
    };
  const texts = customerIds
    .map((text) => text.trim().replace(/^#/, ""))
    .filter((text) => text !== "");
  const ids = texts.filter((text) => /^\d{1,18}$/.test(text)).map(BigInt);
  const today = calendarDayOf(await app.now(), group.timeZone);
  const { added, unknown } =
    intent === "add" ? await addCustomers(app, group, ids) : { added: 0, unknown: [] };
  return app.db.$transaction(async (tx) => {
    const removed = intent === "remove" ? await removeMembers(tx, group, ids) : 0;
    await settleSize(tx, group, today, new Date());
    await app.enqueue(tx, "publish", { shop: group.shop });
    const notNumbers = texts.filter((text) => !/^\d{1,18}$/.test(text));
    return {
      kind: "changed",
      customers: added + removed,
      unknown: [...unknown.map(String), ...notNumbers],
    };
  });
}
