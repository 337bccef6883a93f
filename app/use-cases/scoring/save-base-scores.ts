import { copyDecisions, type BaseDecision } from "../../persistence/base-decisions.ts";
import {
  insertStandings,
  updateStandings,
  updateValues,
  type MovedValues,
} from "../../persistence/base-standings.ts";
import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../../persistence/database.ts";
import { tryAgainAfter } from "../../persistence/publication-ledger.ts";
import { insertRun, newRunId } from "../../persistence/runs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { StandingFigures } from "../../persistence/standings.ts";
import { decide } from "../../scoring/index.ts";
import { compareBase, type BaseChanges } from "./compare-base.ts";
import { noState, reasonOf, type RunFacts } from "./save-scores.ts";
import { createStandingReader, type ScoredColumns } from "./standing-at.ts";

/** More values than this are not worth keeping decisions waiting for. */
const mostValuesAtOnce = 50_000;

export interface SavedBase {
  runId: string;
  decisions: number;
  /** Values that have yet to be written: `settleValues`. */
  movedLater: MovedValues;
}

/** Writes where everybody stands now and what that changes, as one run; only what changed is written. */
export async function saveBaseScores(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  scored: ScoredColumns,
  customers: CustomerRows,
  run: RunFacts,
): Promise<SavedBase> {
  const standingAt = createStandingReader(scored);
  const changes = await compareBase(db, tx, shop, standingAt, customers);
  const { moved } = changes;
  const fresh = customers.sort(changes.fresh);
  const changed = customers.sort(changes.changed);
  if (fresh.length > 0) await insertStandings(db, tx, shop, customers, fresh, standingAt);
  if (changed.length > 0) await updateStandings(db, tx, shop, customers, changed, standingAt);
  const writeNow = moved.rows.length <= mostValuesAtOnce;
  if (writeNow && moved.rows.length > 0) await updateValues(db, tx, shop, customers, moved);

  const runId = await newRunId(tx);
  const count = { decisions: 0, customersChanged: 0 };
  const decisions = decisionsOn({ ...changes, fresh, changed }, standingAt, run, count);
  await copyDecisions(db, tx, shop, runId, run.decidedAt, customers, decisions);
  await insertRun(tx, {
    ...run,
    ...count,
    shop,
    id: runId,
    customersScored: customers.count,
    finishedAt: new Date(),
  });
  await tryAgainAfter(tx, shop, runId);
  return {
    runId,
    decisions: count.decisions,
    movedLater: writeNow ? partOf(moved, 0, 0) : moved,
  };
}

/**
 * Writes the values that moved only because others bought. A transaction for each part, so that a customer's own order
 * does not wait for all of them; a value that is not the former one any more was written by somebody who knew better.
 */
export async function settleValues(
  db: PrismaClient,
  shop: string,
  customers: CustomerRows,
  moved: MovedValues,
): Promise<void> {
  for (let start = 0; start < moved.rows.length; start += mostValuesAtOnce) {
    const part = partOf(moved, start, start + mostValuesAtOnce);
    await db.$transaction(async (tx) => {
      await lockScoringOf(tx, shop);
      await updateValues(db, tx, shop, customers, part);
    });
  }
}

function partOf({ rows, formerE4, valueE4 }: MovedValues, start: number, end: number): MovedValues {
  return {
    rows: rows.subarray(start, end),
    formerE4: formerE4.subarray(start, end),
    valueE4: valueE4.subarray(start, end),
  };
}

const noLabels = { tier: null, group: null };

function* decisionsOn(
  { fresh, changed, formerLabels }: BaseChanges,
  standingAt: (row: number) => StandingFigures,
  { kind }: RunFacts,
  count: { decisions: number; customersChanged: number },
): Generator<BaseDecision> {
  const reason = reasonOf(kind);
  for (const rows of [fresh, changed]) {
    for (const row of rows) {
      const now = standingAt(row);
      const former = rows === fresh ? noLabels : (formerLabels.get(row) ?? now);
      const decisions = decide(row, former, now);
      if (decisions.length > 0) count.customersChanged += 1;
      for (const { customer, family, from, to } of decisions) {
        count.decisions += 1;
        yield { customer, family, fromKey: from, toKey: to, reason, from: noState };
      }
    }
  }
}
