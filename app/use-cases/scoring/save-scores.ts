import type { Transaction } from "../../persistence/database.ts";
import { tryAgain } from "../../persistence/publication-ledger.ts";
import { insertDecisions, type DecisionReason, type DecisionRow } from "../../persistence/runs.ts";
import {
  saveStandings,
  type FormerStanding,
  type StandingFigures,
} from "../../persistence/standings.ts";
import { decide } from "../../scoring/index.ts";
import { noticeMovesOf } from "../flow/triggers/notice-tier-moves.ts";
import { automaticDecision } from "./automatic-decision.ts";
import type { RunCount, RunFacts } from "./run-facts.ts";
import { createStandingReader, type ScoredColumns } from "./standing-at.ts";

export interface CustomersToSave {
  /** Row i of the columns belongs to customerIds[i]. */
  customerIds: readonly bigint[];
  former: readonly (FormerStanding | null)[];
  columns: ScoredColumns;
}

/** Writes where some customers stand now and what that changes, as a part of a run. */
export async function saveStandingsOf(
  tx: Transaction,
  shop: string,
  { customerIds, former, columns }: CustomersToSave,
  reason: DecisionReason,
  run: RunFacts,
): Promise<RunCount> {
  const standingAt = createStandingReader(columns);
  const decisions: DecisionRow[] = [];
  const moved = new Set<bigint>();
  const rows: (StandingFigures & { customerId: bigint })[] = [];
  for (const [row, customerId] of customerIds.entries()) {
    const before = former[row] ?? null;
    const now = standingAt(row);
    // Somebody of whom nothing is known is not worth a row.
    if (before === null && columns.metrics.orderCount[row] === 0 && now.heldBy.length === 0)
      continue;
    rows.push({ customerId, ...now });
    const from = before ?? nothing;
    for (const decision of decide(customerId, from, now)) {
      moved.add(customerId);
      const { family, from: fromKey, to: toKey } = decision;
      decisions.push({ customerId, family, fromKey, toKey, reason, from });
    }
    const beneath = automaticDecision(from, from, now);
    if (beneath !== null) decisions.push({ customerId, ...beneath, reason, from });
  }
  await saveStandings(tx, shop, rows);
  await insertDecisions(tx, shop, run.id, run.decidedAt, decisions);
  await tryAgain(tx, shop, [...moved]);
  await noticeMovesOf(
    tx,
    shop,
    run,
    decisions.filter(({ family }) => family === "tier"),
  );
  return {
    customersScored: rows.length,
    decisions: decisions.filter(({ family }) => family !== "automatic").length,
    customersChanged: moved.size,
  };
}

const nothing = {
  tier: null,
  group: null,
  autoTier: null,
  tierSinceDay: null,
  belowFromDay: null,
};
