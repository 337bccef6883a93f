import { randomUUID } from "node:crypto";
import type { Transaction } from "../persistence/database.ts";
import { tryAgain } from "../persistence/publication-ledger.ts";
import { insertDecisions, insertRun, type DecisionRow, type RunKind } from "../persistence/runs.ts";
import { readLabels, saveStandings, type StandingRow } from "../persistence/standings.ts";
import {
  decide,
  labelsOf,
  shownValueE4,
  type Metrics,
  type Program,
  type Scores,
} from "../scoring/index.ts";
import type { CustomerFrame } from "./histories-to-frame.ts";

/** Rows go to the database in statements of this size. */
const rowsPerStatement = 5_000;

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
 * Writes where customers stand now and what that changes, as one run. `scope` names everybody the run is
 * about: whoever of them has no order left loses both labels. Returns the run's id.
 */
export async function saveScores(
  tx: Transaction,
  shop: string,
  scored: ScoredCustomers,
  scope: readonly bigint[] | "everybody",
  run: RunFacts,
): Promise<string> {
  const former = await readLabels(tx, shop, scope === "everybody" ? null : scope);
  const formerOf = new Map(former.map((labels) => [labels.customerId, labels]));
  const rows = standingsOf(scored);
  const held = new Set(scored.customerIds);
  for (const { customerId } of former)
    if (!held.has(customerId)) rows.push(withoutOrders(customerId));

  const decisions = rows.flatMap((row): DecisionRow[] =>
    decide(row.customerId, formerOf.get(row.customerId) ?? noLabels, row).map((decision) => ({
      customerId: decision.customer,
      family: decision.family,
      fromKey: decision.from,
      toKey: decision.to,
    })),
  );

  const runId = randomUUID();
  const { decidedAt, ...facts } = run;
  await insertRun(tx, {
    ...facts,
    shop,
    id: runId,
    customersScored: rows.length,
    decisions: decisions.length,
    finishedAt: new Date(),
  });
  for (const part of inParts(rows)) await saveStandings(tx, shop, part);
  for (const part of inParts(decisions)) {
    await insertDecisions(tx, shop, runId, decidedAt, part);
    await tryAgain(tx, shop, [...new Set(part.map((decision) => decision.customerId))]);
  }
  return runId;
}

const noLabels = { tier: null, group: null };

function standingsOf({
  customerIds,
  metrics,
  scores,
  program,
  rankedCustomers,
}: ScoredCustomers): StandingRow[] {
  return customerIds.map((customerId, row) => {
    const labels = labelsOf(scores, row, program);
    if (labels.tier === null) return withoutOrders(customerId);
    return {
      customerId,
      ...labels,
      recencyScore: scores.recency[row] ?? null,
      frequencyScore: scores.frequency[row] ?? null,
      monetaryScore: scores.monetary[row] ?? null,
      valueE4: shownValueE4(scores.value[row] ?? 0, rankedCustomers),
      countedOrders: metrics.orderCount[row] ?? 0,
      netMinorUnits: BigInt(metrics.netSpendMinor[row] ?? 0),
      windowOrders: metrics.windowOrders[row] ?? 0,
      windowNetMinorUnits: BigInt(metrics.windowSpendMinor[row] ?? 0),
      lastOrderAt: new Date(metrics.lastOrderAtMs[row] ?? 0),
    };
  });
}

/** A customer with no counted order is not ranked. */
function withoutOrders(customerId: bigint): StandingRow {
  return {
    customerId,
    tier: null,
    group: null,
    stage: null,
    recencyScore: null,
    frequencyScore: null,
    monetaryScore: null,
    valueE4: -1,
    countedOrders: 0,
    netMinorUnits: 0n,
    windowOrders: 0,
    windowNetMinorUnits: 0n,
    lastOrderAt: null,
  };
}

function* inParts<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    yield rows.slice(start, start + rowsPerStatement);
  }
}
