import type { StandingFigures } from "../../persistence/standings.ts";
import {
  createLabelReader,
  groupSchemeOf,
  never,
  readHeldBy,
  shownValueE4,
  type DecidedTiers,
  type HeldBy,
  type Metrics,
  type NextChanges,
  type Program,
  type Scores,
} from "../../scoring/index.ts";

/** Customers by row: what they come to, what was decided on them, and what will be. */
export interface ScoredColumns {
  metrics: Metrics;
  scores: Scores;
  decided: DecidedTiers;
  next: NextChanges;
  program: Program;
  rankedCustomers: number;
}

/** What follows from a customer's orders alone, whatever the policy makes of it. */
export type OrderFigures = Pick<
  StandingFigures,
  | "stage"
  | "recencyScore"
  | "frequencyScore"
  | "monetaryScore"
  | "valueE4"
  | "countedOrders"
  | "netMinorUnits"
  | "windowOrders"
  | "windowNetMinorUnits"
  | "lastOrderAtMs"
>;

const notRanked: Readonly<OrderFigures> = {
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

/** A customer of whom no order is left. */
export const withoutOrders: Readonly<StandingFigures> = {
  ...notRanked,
  tier: null,
  group: null,
  autoTier: null,
  tierSinceDay: null,
  belowFromDay: null,
  nextChangeDay: null,
  nextTier: null,
  nextGroup: null,
  dueDay: null,
  heldBy: [],
};

/** What is stored of customers, by their rows of the columns; a row that is not in them is a customer without orders. */
export function createStandingReader(scored: ScoredColumns): (row: number) => StandingFigures {
  const { metrics, decided, next, program } = scored;
  const figuresAt = createFigureReader(scored);
  const { tiers } = program;
  const { groups } = groupSchemeOf(program);
  const tierKey = (place = -1) => tiers[place]?.key ?? null;
  const groupKey = (place = -1) => groups[place]?.key ?? null;
  const heldBy = new Map<number, HeldBy[]>();
  return (row) => {
    if (row >= metrics.customerCount) return withoutOrders;
    const nextDay = dayOrNull(next.day[row]);
    const dueDay = dayOrNull(next.dueDay[row]);
    return {
      ...figuresAt(row),
      tier: tierKey(decided.tier[row]),
      group: groupKey(decided.group[row]),
      autoTier: tierKey(decided.autoTier[row]),
      tierSinceDay: dayOrNull(decided.sinceDay[row]),
      belowFromDay: dayOrNull(next.belowFromDay[row]),
      nextChangeDay: nextDay,
      nextTier: nextDay === null ? null : tierKey(next.tier[row]),
      nextGroup: nextDay === null ? null : groupKey(next.group[row]),
      dueDay: dueDay === nextDay ? null : dueDay,
      heldBy: wordsOf(decided.heldBy[row] ?? 0, heldBy),
    };
  };
}

/** The part of it that needs no decision. */
export function createFigureReader({
  metrics,
  scores,
  program,
  rankedCustomers,
}: Pick<ScoredColumns, "metrics" | "scores" | "program" | "rankedCustomers">): (
  row: number,
) => OrderFigures {
  const labelsAt = createLabelReader(scores, program);
  return (row) => {
    if ((metrics.orderCount[row] ?? 0) === 0) return notRanked;
    return {
      stage: labelsAt(row).stage,
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

function dayOrNull(day: number | undefined): number | null {
  return day === undefined || day === never ? null : day;
}

/** Few different ones come again and again. */
function wordsOf(bits: number, known: Map<number, HeldBy[]>): HeldBy[] {
  let words = known.get(bits);
  if (words === undefined) known.set(bits, (words = readHeldBy(bits)));
  return words;
}
