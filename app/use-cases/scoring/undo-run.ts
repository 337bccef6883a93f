import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { Transaction } from "../../persistence/database.ts";
import { readHolds } from "../../persistence/label-holds.ts";
import { markUndone, readLastOfUndos, readRun } from "../../persistence/runs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { App } from "../app.ts";
import { decideManyCustomers } from "./decide-many-customers.ts";
import { makeFormerLive } from "./former-live.ts";
import { holdChanges } from "./hold-changes.ts";
import { restoreBase } from "./restore-base.ts";
import { restoreCustomers } from "./restore-customers.ts";
import { readRunDetail, type RunDetail } from "./run-detail.ts";
import { beginRun, recordRun, type RunCount, type RunFacts } from "./run-facts.ts";
import { settleValues, type SavedBase } from "./save-base-scores.ts";
import { readJudging, type Judging } from "./scored-customers.ts";
import { holdersOf, swapHolds, type SwappedHolds } from "./swap-holds.ts";
import { readUndoTargets, type UndoTargets } from "./undo-targets.ts";

export type UndoResult =
  | { kind: "undone"; runId: string; customersChanged: number; skipped: number }
  /** There is no such run, or it is forgotten. */
  | { kind: "unknown" }
  | { kind: "refused"; problem: "undone-already" | "first-run" | "forgotten" };

/**
 * Takes a run back: whoever's label was last decided by it gets the one before, with the state of the policy; what was
 * changed since by others stays. Taking an undo back is a redo; of a run that was undone and redone, the redo is taken
 * back. What a program change or a recalibration made live is replaced by what was live before it. Of a run by hand the
 * former holds come back, and the rules decide under them. An undo or a redo gives its holds back with its labels. Labels
 * of other runs are pinned until the customer's next own order or the date on which they would have changed next, or the
 * rules would bring them back at once.
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
  const asked = await readRun(tx, shop, runId);
  if (asked === null) return { kind: "unknown" };
  if (asked.undoneByRunId !== null) return { kind: "refused", problem: "undone-already" };
  const run = await readRun(tx, shop, await readLastOfUndos(tx, shop, runId));
  if (run === null) return { kind: "unknown" };
  const before = await readJudging(tx, shop, now);
  const detail = readRunDetail(run.detail);
  if (before === null || (run.kind === "import" && detail.formerLive === undefined))
    return { kind: "refused", problem: "first-run" };
  const changedLive = await makeFormerLive(tx, before, run, detail);
  if (changedLive === "forgotten") return { kind: "refused", problem: "forgotten" };
  const judging = changedLive ? await readJudging(tx, shop, now) : before;
  if (judging === null) return { kind: "refused", problem: "forgotten" };

  const facts: RunFacts = {
    ...(await beginRun(tx, run.kind === "undo" ? "redo" : "undo", judging, startedAt)),
    ...{ actor, undoesRunId: run.id },
  };
  const targets = await readUndoTargets(tx, judging, run.id);
  const holders = await holdersOf(tx, shop, run.id, detail);
  for (const customerId of targets.byCustomer.keys()) holders.add(customerId);
  const held = await readHolds(tx, shop, [...holders]);
  const holds = await swapHolds(tx, shop, run, detail);
  const way = wayOf(run.kind, detail, changedLive);
  const { count, later } = await restore(app, tx, way, { judging, targets, holds, facts });
  const { act } = detail;
  const skipped = (way === "by-hand" ? holds : targets).skipped.size;
  const { programVersion, calibrationId } = before;
  await recordRun(
    tx,
    shop,
    {
      ...facts,
      detail: {
        ...holdChanges(held, await readHolds(tx, shop, [...holders]), facts.id),
        skipped,
        ...(changedLive && { formerLive: { programVersion, calibrationId } }),
        ...(act !== undefined && { act: { ...act, isRelease: !act.isRelease } }),
        ...(way === "by-hand" && { customerIds: holds.customerIds }),
      },
    },
    count,
  );
  await markUndone(tx, shop, facts.id);
  await app.enqueue(tx, "publish", { shop });
  const { customersChanged } = count;
  return { kind: "undone", runId: facts.id, customersChanged, skipped, later };
}

type Way = "by-hand" | "base" | "as-it-was" | "pinned";

/** An undo or a redo has written down the holds that kept its labels; one over the base had none, as others were live. */
function wayOf(kind: string, detail: RunDetail, changedLive: boolean): Way {
  const { act, customerIds, formerLive } = detail;
  if (act !== undefined || customerIds.length > 0) return "by-hand";
  if (changedLive) return "base";
  const isOfUndos = kind === "undo" || kind === "redo";
  return isOfUndos && formerLive === undefined ? "as-it-was" : "pinned";
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
  later: Later | null;
}

/**
 * Gives the labels back: as the rules have them under the former holds, by the program and the calibration that are live
 * again, or as they were, pinned or not.
 */
async function restore(
  app: App,
  tx: Transaction,
  way: Way,
  { judging, targets, holds, facts }: Taking,
): Promise<Restored> {
  if (way === "by-hand") {
    const count = await decideManyCustomers(tx, judging, holds.customerIds, way, facts);
    return { count, later: null };
  }
  if (way === "base") return restoreBase(app, tx, judging, targets, facts);
  const count = await restoreCustomers(tx, judging, targets, facts, way === "pinned");
  return { count, later: null };
}
