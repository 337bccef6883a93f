import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { Transaction } from "../../persistence/database.ts";
import type { LabelHold } from "../../persistence/label-holds.ts";
import { markUndone, readRun } from "../../persistence/runs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { App } from "../app.ts";
import { decideManyCustomers } from "./decide-many-customers.ts";
import { makeFormerLive } from "./former-live.ts";
import { restoreBase } from "./restore-base.ts";
import { restoreCustomers } from "./restore-customers.ts";
import { readRunDetail } from "./run-detail.ts";
import { beginRun, recordRun, type RunCount, type RunFacts } from "./run-facts.ts";
import { settleValues, type SavedBase } from "./save-base-scores.ts";
import { readJudging, type Judging } from "./scored-customers.ts";
import { nameOf, swapHolds, type SwappedHolds } from "./swap-holds.ts";
import { readUndoTargets, type UndoTargets } from "./undo-targets.ts";

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
  const now = await app.now();
  const done = await app.db.$transaction((tx) => undo(app, tx, { shop, runId, actor, now }));
  if (done.kind !== "undone") return done;
  const { later, ...result } = done;
  app.log.info({ shop, undone: runId, ...result }, "run undone");
  if (later !== null) await settleValues(app.db, shop, later.customers, later.saved);
  return result;
}

/** Values that have yet to be written. */
type Later = { customers: CustomerRows; saved: SavedBase };

type Done =
  | Exclude<UndoResult, { kind: "undone" }>
  | (Extract<UndoResult, { kind: "undone" }> & { later: Later | null });

async function undo(
  app: App,
  tx: Transaction,
  { shop, runId, actor, now }: { shop: string; runId: string; actor: string | null; now: Date },
): Promise<Done> {
  const startedAt = new Date();
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

  const isRedo = run.kind === "undo";
  const facts: RunFacts = {
    ...(await beginRun(tx, isRedo ? "redo" : "undo", judging, startedAt)),
    ...{ actor, undoesRunId: run.id },
  };
  const targets = await readUndoTargets(tx, judging, run.id);
  const holds = await swapHolds(tx, shop, run.id, detail);
  const { act } = detail;
  const way = act !== undefined ? "by-hand" : changedLive ? "base" : isRedo ? "redo" : "pinned";
  const { count, replacedPins, later } = await restore(app, tx, way, {
    ...{ judging, targets, holds, facts },
  });
  const skipped = (act === undefined ? targets : holds).skipped.size;
  const { programVersion, calibrationId } = before;
  await recordRun(
    tx,
    shop,
    {
      ...facts,
      detail: {
        formerHolds: [...holds.taken, ...replacedPins],
        restoredHolds: holds.restored,
        skipped,
        ...(changedLive && { formerLive: { programVersion, calibrationId } }),
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
  if (isRedo && run.undoesRunId !== null) await markUndone(tx, shop, run.undoesRunId, null);
  await app.enqueue(tx, "publish", { shop });
  const { customersChanged } = count;
  return { kind: "undone", runId: facts.id, customersChanged, skipped, later };
}

/** What is taken back, and as what run. */
interface Taking {
  judging: Judging;
  targets: UndoTargets;
  holds: SwappedHolds;
  facts: RunFacts;
}

interface Restored {
  count: RunCount;
  /** Pins there were before, in whose place others are now. */
  replacedPins: LabelHold[];
  later: Later | null;
}

/**
 * Gives the labels back: as the rules have them under the former holds, by the program and the calibration that are live
 * again, or as they were, pinned unless they are the rules' own again.
 */
async function restore(
  app: App,
  tx: Transaction,
  way: "by-hand" | "base" | "redo" | "pinned",
  { judging, targets, holds, facts }: Taking,
): Promise<Restored> {
  if (way === "by-hand") {
    const count = await decideManyCustomers(tx, judging, holds.customerIds, way, facts);
    return { count, replacedPins: [], later: null };
  }
  if (way === "base")
    return { ...(await restoreBase(app, tx, judging, targets, facts)), replacedPins: [] };
  const restored = await restoreCustomers(tx, judging, targets, facts, way === "pinned");
  // A pin that this very undo has put back was not there before it.
  const putBack = new Set(holds.restored.map(nameOf));
  const replacedPins = restored.replacedPins.filter((pin) => !putBack.has(nameOf(pin)));
  return { count: restored.count, replacedPins, later: null };
}
