import type { StandingFigures } from "../../persistence/standings.ts";
import {
  createLabelReader,
  shownValueE4,
  type Metrics,
  type Program,
  type Scores,
} from "../../scoring/index.ts";

export interface ScoredColumns {
  metrics: Metrics;
  scores: Scores;
  program: Program;
  rankedCustomers: number;
}

/** A customer with no counted order is not ranked. */
export const withoutOrders: Readonly<StandingFigures> = {
  tier: null,
  group: null,
  stage: null,
  recencyScore: null,
  frequencyScore: null,
  monetaryScore: null,
  valueE4: -1,
  countedOrders: 0,
  netMinorUnits: 0,
  windowOrders: 0,
  windowNetMinorUnits: 0,
  lastOrderAtMs: null,
};

/** What is stored of customers, by their rows of the scored columns; a row that is not in them is a customer without orders. */
export function createStandingReader({
  metrics,
  scores,
  program,
  rankedCustomers,
}: ScoredColumns): (row: number) => StandingFigures {
  const labelsAt = createLabelReader(scores, program);
  return (row) => {
    const { tier, group, stage } = labelsAt(row);
    if (tier === null) return withoutOrders;
    return {
      tier,
      group,
      stage,
      recencyScore: scores.recency[row] ?? null,
      frequencyScore: scores.frequency[row] ?? null,
      monetaryScore: scores.monetary[row] ?? null,
      valueE4: shownValueE4(scores.value[row] ?? 0, rankedCustomers),
      countedOrders: metrics.orderCount[row] ?? 0,
      netMinorUnits: metrics.netSpendMinor[row] ?? 0,
      windowOrders: metrics.windowOrders[row] ?? 0,
      windowNetMinorUnits: metrics.windowSpendMinor[row] ?? 0,
      lastOrderAtMs: metrics.lastOrderAtMs[row] ?? 0,
    };
  };
}
