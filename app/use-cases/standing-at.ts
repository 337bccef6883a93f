import type { StandingRow } from "../persistence/standings.ts";
import {
  labelsOf,
  shownValueE4,
  type Metrics,
  type Program,
  type Scores,
} from "../scoring/index.ts";

export interface ScoredColumns {
  metrics: Metrics;
  scores: Scores;
  program: Program;
  rankedCustomers: number;
}

/** What is stored of a customer, from their row of the scored columns. */
export function standingAt(
  { metrics, scores, program, rankedCustomers }: ScoredColumns,
  row: number,
  customerId: bigint,
): StandingRow {
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
}

/** A customer with no counted order is not ranked. */
export function withoutOrders(customerId: bigint): StandingRow {
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
