import { renewMembers, settleSize } from "../../persistence/custom-group-members.ts";
import { listCustomGroups } from "../../persistence/custom-groups.ts";
import type { Transaction } from "../../persistence/database.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findInstalledShop, type Shop } from "../../persistence/shops.ts";
import { calendarDayOf, parseMemberRule } from "../../scoring/index.ts";
import { listQuestionsOlderThan } from "../../persistence/shopify-questions.ts";
import type { App } from "../app.ts";
import { answersOlderThan } from "./answer-age.ts";
import { askRule } from "./ask-rule.ts";

/** Works out who belongs to every dynamic group now, and publishes what that changes. */
export async function renewGroups(app: App, shop: string): Promise<void> {
  const now = await app.now();
  await app.db.$transaction(async (tx) => {
    await lockScoringOf(tx, shop);
    const record = await findInstalledShop(tx, shop);
    if (record === null || (await listCustomGroups(tx, shop)).length === 0) return;
    const isAsking = await renewMembersOf(tx, record, now, null);
    const stale = await listQuestionsOlderThan(tx, shop, answersOlderThan());
    if (isAsking || stale.length > 0) await app.enqueue(tx, "ask-shopify", { shop });
    await app.enqueue(tx, "publish", { shop });
  });
}

/** Counts anew how many are in these groups. */
export async function settleSizesOf(
  tx: Transaction,
  { shop, timeZone }: Shop,
  now: Date,
  ids: readonly string[],
): Promise<void> {
  const today = calendarDayOf(now, timeZone);
  for (const id of ids) await settleSize(tx, { shop, id }, today, new Date());
}

/**
 * The same inside a transaction that has changed customers, for these or (null) for everybody. A group whose question
 * Shopify has not answered stays as it is. Returns whether one has to be asked.
 */
export async function renewMembersOf(
  tx: Transaction,
  record: Shop,
  now: Date,
  among: readonly bigint[] | null,
): Promise<boolean> {
  const { shop, timeZone } = record;
  const today = calendarDayOf(now, timeZone);
  let isAsking = false;
  for (const { id, kind, rule } of await listCustomGroups(tx, shop)) {
    if (kind === "dynamic") {
      const parsed = parseMemberRule(rule);
      if (parsed.kind === "refused") throw new Error(`the rule of group ${id} cannot be read`);
      const asked = await askRule(tx, record, parsed.rule, now);
      if (asked.kind === "asking") isAsking = true;
      if (asked.kind !== "test") continue;
      const { added, removed } = await renewMembers(tx, record, id, asked.test, among);
      if (among !== null && added + removed === 0) continue;
    }
    if (kind === "dynamic" || among === null) await settleSize(tx, { shop, id }, today, new Date());
  }
  return isAsking;
}
