import { randomUUID } from "node:crypto";
import { copyDecisions } from "../persistence/base-decisions.ts";
import { insertStandings, updateStandings, updateValues } from "../persistence/base-standings.ts";
import type { CustomerRows } from "../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../persistence/database.ts";
import { tryAgainAfter } from "../persistence/publication-ledger.ts";
import { insertRun, type DecisionRow } from "../persistence/runs.ts";
import { lockScoringOf } from "../persistence/shop-lock.ts";
import type { StandingRow } from "../persistence/standings.ts";
import { decide } from "../scoring/index.ts";
import { compareBase, standingOf, type BaseChanges } from "./compare-base.ts";
import type { RunFacts } from "./save-scores.ts";
import type { ScoredColumns } from "./standing-at.ts";

/** More values than this are not worth keeping decisions waiting for. */
const mostValuesAtOnce = 50_000;

export interface SavedBase {
  runId: string;
  decisions: number;
  /** Values that have yet to be written: `settleValues`. */
  movedLater: BaseChanges["moved"];
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
  const changes = await compareBase(db, tx, shop, scored, customers);
  const fresh = customers.sort(changes.fresh);
  const changed = customers.sort(changes.changed);
  const standings = (rows: Uint32Array) => standingsAt(rows, scored, customers);
  if (fresh.length > 0) await insertStandings(db, tx, shop, standings(fresh));
  if (changed.length > 0) await updateStandings(db, tx, shop, standings(changed));
  const writeNow = changes.moved.length > 0 && changes.moved.length <= mostValuesAtOnce;
  if (writeNow) await updateValues(db, tx, shop, valuesOf(changes.moved, scored, customers));

  const runId = randomUUID();
  const { decidedAt, ...facts } = run;
  const count = { decisions: 0 };
  const decisions = decisionsOn({ fresh, changed }, scored, customers, changes, count);
  await copyDecisions(db, tx, shop, runId, decidedAt, decisions);
  await insertRun(tx, {
    ...facts,
    shop,
    id: runId,
    customersScored: customers.count,
    decisions: count.decisions,
    finishedAt: new Date(),
  });
  await tryAgainAfter(tx, shop, runId);
  return { runId, decisions: count.decisions, movedLater: writeNow ? [] : changes.moved };
}

/**
 * Writes the values that moved only because others bought. A transaction for each part, so that a customer's own order
 * does not wait for all of them; a value that is not the former one any more was written by somebody who knew better.
 */
export async function settleValues(
  db: PrismaClient,
  shop: string,
  scored: ScoredColumns,
  customers: CustomerRows,
  moved: BaseChanges["moved"],
): Promise<void> {
  for (let start = 0; start < moved.length; start += mostValuesAtOnce) {
    const part = moved.slice(start, start + mostValuesAtOnce);
    await db.$transaction(async (tx) => {
      await lockScoringOf(tx, shop);
      await updateValues(db, tx, shop, valuesOf(part, scored, customers));
    });
  }
}

function* standingsAt(
  rows: Uint32Array,
  scored: ScoredColumns,
  customers: CustomerRows,
): Generator<StandingRow> {
  for (const row of rows) yield standingOf(scored, row, customers);
}

function* valuesOf(moved: BaseChanges["moved"], scored: ScoredColumns, customers: CustomerRows) {
  for (const { row, formerE4 } of moved) {
    const { customerId, valueE4 } = standingOf(scored, row, customers);
    yield { customerId, formerE4, valueE4 };
  }
}

const noLabels = { tier: null, group: null };

function* decisionsOn(
  { fresh, changed }: Pick<BaseChanges, "fresh" | "changed">,
  scored: ScoredColumns,
  customers: CustomerRows,
  { formerLabels }: BaseChanges,
  count: { decisions: number },
): Generator<DecisionRow> {
  for (const rows of [fresh, changed]) {
    for (const row of rows) {
      const now = standingOf(scored, row, customers);
      const former = rows === fresh ? noLabels : (formerLabels.get(row) ?? now);
      for (const { customer, family, from, to } of decide(now.customerId, former, now)) {
        count.decisions += 1;
        yield { customerId: customer, family, fromKey: from, toKey: to };
      }
    }
  }
}
