import type { LabelHold } from "../../persistence/label-holds.ts";
import { markUndone, newRunId, readRun, type RunKind } from "../../persistence/runs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { App } from "../app.ts";
import { makeFormerLive } from "./former-live.ts";
import { restoreBase } from "./restore-base.ts";
import { restoreCustomers } from "./restore-customers.ts";
import { readRunDetail } from "./run-detail.ts";
import { recordRun, type RunFacts } from "./run-facts.ts";
import { readJudging } from "./scored-customers.ts";
import { swapHolds } from "./swap-holds.ts";
import { decideManyCustomers } from "./decide-many-customers.ts";
import { settleValues, type SavedBase } from "./save-base-scores.ts";
import type { CustomerRows } from "../../persistence/customer-rows.ts";
import { readUndoTargets } from "./undo-targets.ts";

export type UndoResult =
  | { kind: "undone"; runId: string; customersChanged: number; skipped: number }
  /** There is no such run, or it is forgotten. */
  | { kind: "unknown" }
  | { kind: "refused"; problem: "undone-already" | "first-run" | "forgotten" };

/**
 * Takes a run back: whoever's label was last decided by it gets the one before, with the state of the policy; what was
 * changed since by others stays. Taking an undo back is a redo. What a program change or a recalibration made live is
 * replaced by what was live before it; labels of other runs are pinned until the customer's next own order or the date on
 * which they would have changed next, or the rules would bring them back at once. Of a run by hand the former holds come
 * back, and the rules decide under them.
 */
export async function undoRun(
  app: App,
  shop: string,
  runId: string,
  actor: string | null,
): Promise<UndoResult> {
  const startedAt = new Date();
  const now = await app.now();
  const done = await app.db.$transaction(
    async (tx): Promise<UndoResult & { later?: { customers: CustomerRows; saved: SavedBase } }> => {
      await lockScoringOf(tx, shop);
      const run = await readRun(tx, shop, runId);
      if (run === null) return { kind: "unknown" };
      if (run.undoneByRunId !== null) return { kind: "refused", problem: "undone-already" };
      const before = await readJudging(tx, shop, now);
      const detail = readRunDetail(run.detail);
      if (before === null || (run.kind === "import" && detail.formerLive === undefined))
        return { kind: "refused", problem: "first-run" };

      const changedLive = await makeFormerLive(tx, before, run, detail);
      if (changedLive === "forgotten") return { kind: "refused", problem: "forgotten" };
      const judging = changedLive ? await readJudging(tx, shop, now) : before;
      if (judging === null) return { kind: "refused", problem: "forgotten" };

      const kind: RunKind = run.kind === "undo" ? "redo" : "undo";
      const { programVersion, calibrationId } = judging;
      const facts: RunFacts = {
        ...{ id: await newRunId(tx), kind, programVersion, calibrationId },
        ...{ startedAt, decidedAt: now, actor, undoesRunId: run.id },
      };
      const targets = await readUndoTargets(tx, judging, run.id);
      const holds = await swapHolds(tx, shop, run.id, detail);
      const act = detail.act;
      const skipped = act === undefined ? targets.skipped : holds.skipped;
      const replaced = { formerHolds: holds.taken };
      let count = { customersScored: 0, decisions: 0, customersChanged: 0 };
      let later: { customers: CustomerRows; saved: SavedBase } | undefined;
      if (act !== undefined) {
        count = await decideManyCustomers(tx, judging, holds.customerIds, "by-hand", facts);
      } else if (changedLive) {
        const restored = await restoreBase(app, tx, judging, targets, facts);
        ({ count, later } = restored);
      } else {
        const isPinned = kind === "undo";
        const restored = await restoreCustomers(tx, judging, targets, facts, isPinned);
        count = restored.count;
        // A pin that this very undo has put back was not there before it.
        const isNew = (pin: LabelHold) => holds.restored.some((hold) => isSameHold(hold, pin));
        const replacedPins = restored.replacedPins.filter((pin) => !isNew(pin));
        replaced.formerHolds = [...holds.taken, ...replacedPins];
      }
      await recordRun(
        tx,
        shop,
        {
          ...facts,
          detail: {
            ...replaced,
            restoredHolds: holds.restored,
            skipped: skipped.size,
            ...(changedLive && {
              formerLive: {
                programVersion: before.programVersion,
                calibrationId: before.calibrationId,
              },
            }),
            ...(act !== undefined && {
              act: { ...act, isRelease: !act.isRelease },
              customerIds: holds.customerIds,
            }),
          },
        },
        count,
      );
      await markUndone(tx, shop, run.id, facts.id);
      // What an undo had taken back is in force again.
      if (run.kind === "undo" && run.undoesRunId !== null)
        await markUndone(tx, shop, run.undoesRunId, null);
      await app.enqueue(tx, "publish", { shop });
      return {
        kind: "undone",
        runId: facts.id,
        customersChanged: count.customersChanged,
        skipped: skipped.size,
        ...(later !== undefined && { later }),
      };
    },
  );
  if (done.kind !== "undone") return done;
  const { later, ...result } = done;
  app.log.info({ shop, undone: runId, ...result }, "run undone");
  if (later !== undefined) await settleValues(app.db, shop, later.customers, later.saved);
  return result;
}

function isSameHold(one: LabelHold, other: LabelHold): boolean {
  return one.customerId === other.customerId && one.kind === other.kind;
}
