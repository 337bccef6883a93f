import { copyDecisions } from "../../persistence/base-decisions.ts";
import {
  insertStandings,
  updateStandings,
  updateValues,
  type MovedValues,
} from "../../persistence/base-standings.ts";
import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../../persistence/database.ts";
import { tryAgainAfter } from "../../persistence/publication-ledger.ts";
import type { DecisionReason } from "../../persistence/runs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import type { StandingFigures } from "../../persistence/standings.ts";
import { noticeMovesOf } from "../flow/triggers/notice-tier-moves.ts";
import { decisionsOnBase } from "./base-decisions.ts";
import { compareBase } from "./compare-base.ts";
import type { FormerBase } from "./read-former-base.ts";
import { recordRun, type RunCount, type RunFacts } from "./run-facts.ts";
import { createStandingReader, type ScoredColumns } from "./standing-at.ts";

/** More values than this are not worth keeping decisions waiting for. */
const mostValuesAtOnce = 50_000;

export interface SavedBase {
  count: RunCount;
  standingAt: (row: number) => StandingFigures;
  /** Values and dates that have yet to be written: `settleValues`. */
  movedLater: MovedValues;
}

export interface BaseToSave {
  customers: CustomerRows;
  former: FormerBase;
  scored: ScoredColumns;
  day: number;
  /** The day on which everybody is decided again. */
  nextBaseDay: number;
  reasonOf: (row: number) => DecisionReason;
}

/** Writes where everybody stands now and what that changes, and records the run it is. */
export async function saveBaseScores(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  base: BaseToSave,
  run: RunFacts,
): Promise<SavedBase> {
  const saved = await writeBaseScores(db, tx, shop, base, run);
  await recordRun(tx, shop, run, saved.count);
  return saved;
}

/** Writes where everybody stands now and what that changes, as a part of a run; only what changed is written. */
export async function writeBaseScores(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  { customers, former, scored, day, nextBaseDay, reasonOf }: BaseToSave,
  run: RunFacts,
): Promise<SavedBase> {
  const standingAt = createStandingReader(scored);
  const changes = compareBase(former, scored, { day, writtenByDay: nextBaseDay });
  const { moved } = changes;
  const fresh = customers.sort(changes.fresh);
  const changed = customers.sort(changes.changed);
  if (fresh.length > 0) await insertStandings(db, tx, shop, customers, fresh, standingAt);
  if (changed.length > 0) await updateStandings(db, tx, shop, customers, changed, standingAt);
  const writeNow = moved.rows.length <= mostValuesAtOnce;
  if (writeNow && moved.rows.length > 0)
    await updateValues(db, tx, shop, customers, moved, standingAt);

  const count = { decisions: 0, customersChanged: 0, customersScored: customers.count };
  const rows = new Uint32Array(fresh.length + changed.length);
  rows.set(fresh);
  rows.set(changed, fresh.length);
  const decisions = decisionsOnBase(former, rows, standingAt, reasonOf, count);
  await copyDecisions(db, tx, shop, run.id, run.decidedAt, customers, decisions);
  await tryAgainAfter(tx, shop, run.id);
  await noticeMovesOf(tx, shop, run, "all");
  return {
    count,
    standingAt,
    movedLater: writeNow ? partOf(moved, 0, 0) : moved,
  };
}

/**
 * Writes the values and dates that moved only because others bought. A transaction for each part, so that a customer's
 * own order does not wait for all of them; a value that is not the former one any more was written by somebody who knew
 * better.
 */
export async function settleValues(
  db: PrismaClient,
  shop: string,
  customers: CustomerRows,
  { movedLater: moved, standingAt }: SavedBase,
): Promise<void> {
  for (let start = 0; start < moved.rows.length; start += mostValuesAtOnce) {
    const part = partOf(moved, start, start + mostValuesAtOnce);
    await db.$transaction(async (tx) => {
      await lockScoringOf(tx, shop);
      await updateValues(db, tx, shop, customers, part, standingAt);
    });
  }
}

function partOf(
  { rows, formerE4, formerNextDay }: MovedValues,
  start: number,
  end: number,
): MovedValues {
  return {
    rows: rows.subarray(start, end),
    formerE4: formerE4.subarray(start, end),
    formerNextDay: formerNextDay.subarray(start, end),
  };
}
