import type { Transaction } from "../../persistence/database.ts";
import { tryAgain } from "../../persistence/publication-ledger.ts";
import {
  insertDecisions,
  insertRun,
  newRunId,
  type DecisionReason,
  type DecisionRow,
  type RunKind,
} from "../../persistence/runs.ts";
import { readLabels, saveStandings } from "../../persistence/standings.ts";
import { decide, type Metrics, type Program, type Scores } from "../../scoring/index.ts";
import type { CustomerFrame } from "./histories-to-frame.ts";
import { createStandingReader, withoutOrders } from "./standing-at.ts";

export interface ScoredCustomers {
  customerIds: CustomerFrame["customerIds"];
  metrics: Metrics;
  scores: Scores;
  program: Program;
  rankedCustomers: number;
}

export interface RunFacts {
  kind: RunKind;
  programVersion: number;
  calibrationId: string;
  startedAt: Date;
  /** Business time of the decisions. */
  decidedAt: Date;
}

/**
 * Writes where some customers stand now and what that changes, as one run. `scope` names everybody the run is
 * about: whoever of them has no order left loses both labels. Returns the run's id.
 */
export async function saveScores(
  tx: Transaction,
  shop: string,
  scored: ScoredCustomers,
  scope: readonly bigint[],
  run: RunFacts,
): Promise<string> {
  const former = await readLabels(tx, shop, scope);
  const formerOf = new Map(former.map((labels) => [labels.customerId, labels]));
  const standingAt = createStandingReader(scored);
  const rows = scored.customerIds.map((customerId, row) => ({ customerId, ...standingAt(row) }));
  const held = new Set(scored.customerIds);
  for (const { customerId } of former)
    if (!held.has(customerId)) rows.push({ customerId, ...withoutOrders });

  const decisions = rows.flatMap((row): DecisionRow[] =>
    decide(row.customerId, formerOf.get(row.customerId) ?? noLabels, row).map((decision) => ({
      customerId: decision.customer,
      family: decision.family,
      fromKey: decision.from,
      toKey: decision.to,
      reason: reasonOf(run.kind),
      from: noState,
    })),
  );

  const runId = await newRunId(tx);
  const moved = [...new Set(decisions.map((decision) => decision.customerId))];
  await insertRun(tx, {
    ...run,
    shop,
    id: runId,
    customersScored: rows.length,
    decisions: decisions.length,
    customersChanged: moved.length,
    finishedAt: new Date(),
  });
  await saveStandings(tx, shop, rows);
  await insertDecisions(tx, shop, runId, run.decidedAt, decisions);
  await tryAgain(tx, shop, moved);
  return runId;
}

/** Why labels change in a run that does nothing but score. */
export function reasonOf(kind: RunKind): DecisionReason {
  if (kind === "recalibration") return "cut-offs";
  return kind === "program-change" ? "rules" : "order";
}

export const noState = { autoTier: null, tierSinceDay: null, belowFromDay: null };
const noLabels = { tier: null, group: null };
