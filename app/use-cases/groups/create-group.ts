import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  addMembersOf,
  addMembersWithGroupLabel,
  settleSize,
} from "../../persistence/custom-group-members.ts";
import {
  findCustomGroup,
  insertCustomGroup,
  listCustomGroups,
  type CustomGroup,
} from "../../persistence/custom-groups.ts";
import type { Transaction } from "../../persistence/database.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { Shop } from "../../persistence/shops.ts";
import { calendarDayOf, type MemberRule, type RuleProblem } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { formProblemsOf } from "../form-problems.ts";
import { requireShop } from "../require-shop.ts";
import { keyForName } from "../scoring/key-for-name.ts";
import { readLiveProgram } from "../scoring/live-program.ts";
import { asFieldOfForm, checkRule } from "./ask-rule.ts";
import type { GroupOrigin } from "./group-origin.ts";

/** More than any merchant keeps apart, and few enough that all are worked out after every order. */
const mostGroups = 100;

export type CreateGroupResult =
  | { kind: "saved"; id: string }
  /** `field` as in the form: "name", "rule.conditions.0.value". */
  | { kind: "refused"; problems: RuleProblem[] };

export const groupName = z
  .string("must be text")
  .trim()
  .min(1, "must not be empty")
  .max(60, "must have at most 60 characters");

/** A fixed group starts empty, or as a snapshot of another one; a dynamic one has a rule. */
const newGroupForm = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dynamic"), name: groupName, rule: z.unknown() }),
  z.object({
    kind: z.literal("fixed"),
    name: groupName,
    /** A label group by key, or a group of the merchant's own by id; null = starts empty. */
    snapshotOf: z
      .union([z.object({ label: z.string().max(60) }), z.object({ group: z.string().max(60) })])
      .nullable(),
  }),
]);

export async function createGroup(
  app: App,
  shop: string,
  form: unknown,
  actor: string | null,
): Promise<CreateGroupResult> {
  const record = await requireShop(app, shop);
  const parsed = newGroupForm.safeParse(form);
  if (!parsed.success) return { kind: "refused", problems: formProblemsOf(parsed.error) };
  const { name } = parsed.data;
  const now = await app.now();
  if (parsed.data.kind === "dynamic") {
    const checked = await checkRule(app, record, parsed.data.rule);
    if (checked.kind === "refused")
      return { kind: "refused", problems: asFieldOfForm(checked.problems) };
    return app.db.$transaction(async (tx) => {
      const result = await insert(tx, record, { kind: "dynamic", name, rule: checked.rule }, actor);
      if (result.kind === "saved") await app.enqueue(tx, "renew-groups", { shop });
      return result;
    });
  }
  const source = await findSource(app, record, parsed.data.snapshotOf, now);
  if (source === null)
    return { kind: "refused", problems: [{ field: "snapshotOf", problem: "is gone" }] };
  return app.db.$transaction(async (tx) => {
    // Nobody moves while the picture is taken.
    await lockScoringOf(tx, shop);
    const result = await insert(tx, record, { kind: "fixed", name, origin: source.origin }, actor);
    if (result.kind === "refused") return result;
    const group = { shop, id: result.id };
    if (source.label !== null) await addMembersWithGroupLabel(tx, group, source.label);
    if (source.groupId !== null) await addMembersOf(tx, group, source.groupId);
    await settleSize(tx, group, calendarDayOf(now, record.timeZone), new Date());
    return result;
  });
}

type NewGroup =
  | { kind: "dynamic"; name: string; rule: MemberRule }
  | { kind: "fixed"; name: string; origin: GroupOrigin };

async function insert(
  tx: Transaction,
  { shop }: Shop,
  group: NewGroup,
  createdBy: string | null,
): Promise<CreateGroupResult> {
  const others = await listCustomGroups(tx, shop);
  if (others.length >= mostGroups)
    return {
      kind: "refused",
      problems: [{ field: "name", problem: `there are ${String(mostGroups)} groups already` }],
    };
  const id = randomUUID();
  await insertCustomGroup(tx, {
    shop,
    id,
    key: keyForName(group.name, new Set(others.map(({ key }) => key)), "group"),
    name: group.name,
    kind: group.kind,
    rule: group.kind === "dynamic" ? group.rule : null,
    origin: group.kind === "fixed" ? group.origin : null,
    createdBy,
    createdAt: new Date(),
  });
  return { kind: "saved", id };
}

async function findSource(
  app: App,
  record: Shop,
  snapshotOf: { label: string } | { group: string } | null,
  now: Date,
): Promise<{ origin: GroupOrigin; label: string | null; groupId: string | null } | null> {
  if (snapshotOf === null) return { origin: { kind: "by-hand" }, label: null, groupId: null };
  const at = now.toISOString();
  if ("label" in snapshotOf) {
    const { groups } = await readLiveProgram(app, record);
    const label = groups.find(({ key }) => key === snapshotOf.label);
    if (label === undefined) return null;
    return { origin: { kind: "snapshot", of: label.name, at }, label: label.key, groupId: null };
  }
  const group: CustomGroup | null = await findCustomGroup(app.db, record.shop, snapshotOf.group);
  if (group === null) return null;
  return { origin: { kind: "snapshot", of: group.name, at }, label: null, groupId: group.id };
}
