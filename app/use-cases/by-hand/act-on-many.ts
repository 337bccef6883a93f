import { addMembers, settleSize } from "../../persistence/custom-group-members.ts";
import { findCustomGroup } from "../../persistence/custom-groups.ts";
import type { Transaction } from "../../persistence/database.ts";
import {
  findWaitingAct,
  finishHandAct,
  noteActProgress,
  readActCustomers,
  type HandAct,
} from "../../persistence/hand-acts.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { calendarDayOf } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { actByHandIn } from "../scoring/act-by-hand.ts";
import { manyRequestSchema } from "./many-request.ts";

/** Does what was asked for many customers of a shop, one act after the other. */
export async function actOnMany(app: App, shop: string): Promise<void> {
  for (;;) {
    const act = await findWaitingAct(app.db, shop);
    if (act === null) return;
    const end = await app.db.$transaction((tx) => carryOut(app, tx, act));
    if (end !== null) app.log.info({ shop, act: act.id, ...end }, "acted on many customers");
  }
}

interface End {
  state: "done" | "nobody" | "refused";
  problem?: string;
  runId?: string;
  done?: number;
}

/** All of an act or nothing. Null when somebody else has done it meanwhile. */
async function carryOut(app: App, tx: Transaction, act: HandAct): Promise<End | null> {
  await lockScoringOf(tx, act.shop);
  const customerIds = await readActCustomers(tx, act);
  if ((await findWaitingAct(tx, act.shop))?.id !== act.id) return null;
  const end = await endOf(app, tx, act, customerIds);
  await finishHandAct(tx, act, { ...end, finishedAt: new Date() });
  return end;
}

async function endOf(
  app: App,
  tx: Transaction,
  act: HandAct,
  customerIds: readonly bigint[],
): Promise<End> {
  const request = manyRequestSchema.parse(act.request);
  if (request.intent === "add-to-group")
    return addToGroup(app, tx, { shop: act.shop, id: request.groupId }, customerIds);
  const by = { customerIds, reason: act.reason, actor: act.actor };
  // Seen by others at once: written beside the transaction.
  const result = await actByHandIn(tx, app, act.shop, request, by, (done) =>
    noteActProgress(app.db, act, done),
  );
  switch (result.kind) {
    case "done":
      return { state: "done", runId: result.runId, done: result.customers };
    case "asked":
      return { state: "done", done: result.customers };
    case "nobody":
      return { state: "nobody", done: 0 };
    case "refused":
      return { state: "refused", problem: result.problem };
  }
}

async function addToGroup(
  app: App,
  tx: Transaction,
  { shop, id }: { shop: string; id: string },
  customerIds: readonly bigint[],
): Promise<End> {
  const group = await findCustomGroup(tx, shop, id);
  if (group?.kind !== "fixed") return { state: "refused", problem: "no-such-group" };
  const { timeZone } = await requireShop(app, shop);
  const done = await addMembers(tx, group, customerIds);
  await settleSize(tx, group, calendarDayOf(await app.now(), timeZone), new Date());
  await app.enqueue(tx, "publish", { shop });
  return { state: "done", done };
}
