import {
  claimFlowActionRun,
  forgetFlowActionRun,
  readFlowActionRun,
  saveFlowActionRun,
} from "../../../persistence/flow-action-runs.ts";
import { isLockTimeout, limitLockWaits } from "../../../persistence/lock-timeout.ts";
import { findInstalledShop } from "../../../persistence/shops.ts";
import type { App } from "../../app.ts";
import { addToGroup } from "./add-to-group.ts";
import { readFlowCall, type FlowCall } from "./flow-call.ts";
import type { FlowAction, FlowProblem } from "./outcome.ts";
import { recalculate } from "./recalculate.ts";
import { setTier } from "./set-tier.ts";

/** By the handles of extensions/flow-action-*. */
const actions = new Map<string, FlowAction>([
  ["recalculate-customer", recalculate],
  ["set-tier", setTier],
  ["add-to-fixed-group", addToGroup],
]);

/** Flow gives up an answer after ten seconds. */
const longestWaitMs = 5_000;
const longestAnswerMs = 9_000;

export type FlowAnswer =
  /** `returned` is JSON as `FlowReturn` has it. */
  | { kind: "done"; returned: unknown }
  | { kind: "refused"; problem: FlowProblem }
  | { kind: "malformed" | "unknown-shop" | "unknown-action" }
  /** To be asked again: the shop is being scored, or Shopify keeps us waiting. */
  | { kind: "later" };

/**
 * Does what a workflow asks for, once however often it asks. What was done is kept with what it returned, in one
 * transaction, and returned again to a repeat; what was refused changed nothing and may be tried again.
 */
export async function runFlowAction(app: App, body: unknown): Promise<FlowAnswer> {
  const call = readFlowCall(body);
  if (call === null) return { kind: "malformed" };
  const act = actions.get(call.handle);
  if (act === undefined) return { kind: "unknown-action" };
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<FlowAnswer>((resolve) => {
    timer = setTimeout(resolve, longestAnswerMs, { kind: "later" });
  });
  try {
    return await Promise.race([actOnce(app, call, act), tooLate]);
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    return { kind: "later" };
  } finally {
    clearTimeout(timer);
  }
}

async function actOnce(app: App, call: FlowCall, act: FlowAction): Promise<FlowAnswer> {
  const { shop, actionRunId, properties } = call;
  const record = await findInstalledShop(app.db, shop);
  if (record === null) return { kind: "unknown-shop" };
  const former = await readFlowActionRun(app.db, shop, actionRunId);
  if (former !== null) return { kind: "done", returned: former };
  const prepared = await act(app, record, properties);
  if (prepared.kind !== "ready") return prepared;
  const moment = { startedAt: new Date(), now: await app.now() };
  return app.db.$transaction(async (tx): Promise<FlowAnswer> => {
    await limitLockWaits(tx, longestWaitMs);
    if (!(await claimFlowActionRun(tx, { shop, actionRunId, takenAt: new Date() }))) {
      const returned = await readFlowActionRun(tx, shop, actionRunId);
      return returned === null ? { kind: "unknown-shop" } : { kind: "done", returned };
    }
    const effect = await prepared.perform(tx, moment);
    if (effect.kind === "done") await saveFlowActionRun(tx, shop, actionRunId, effect.returned);
    else await forgetFlowActionRun(tx, shop, actionRunId);
    return effect;
  });
}
