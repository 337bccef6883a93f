import {
  countFlows,
  countMoved,
  countSteps,
  readFirstRun,
  type CountedMove,
  type Family,
  type MovementWindow,
} from "../../persistence/movement.ts";
import { listDecisionsIn } from "../../persistence/movement-list.ts";
import type { DecisionReason } from "../../persistence/runs.ts";
import type { Shop } from "../../persistence/shops.ts";
import { totalByLabel } from "../../persistence/standings.ts";
import { calendarDayOf, formatCalendarDay, parseCalendarDate } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { nameOfLabel, readLiveProgram, type LiveProgram } from "../scoring/live-program.ts";
import { describeMoves, directionOf } from "./describe-moves.ts";
import { countsOverTime, flowSteps, type LabelCounts } from "./label-counts.ts";
import { periodOf, stepEnds, type AskedPeriod, type Period } from "./movement-period.ts";
import type { Move } from "./page-words.ts";

export interface MovementQuery {
  family: Family;
  period: AskedPeriod;
  /** The picture of flows is asked for by itself. */
  showsFlows: boolean;
}

/** A move from one label to another, by key and by today's name; null = no label. */
export interface MovedCount extends CountedMove {
  from: string | null;
  to: string | null;
}

export interface MovementPage {
  shop: { currencyCode: string; timeZone: string };
  family: Family;
  /** Of the live program: tiers highest first, groups in their order. */
  labels: { key: string; name: string }[];
  /** Null until the base was scored once. */
  movement: Movement | null;
}

export interface Movement {
  /** The day of the first calculation (YYYY-MM-DD): nothing is known of earlier ones. */
  firstDay: string;
  period: Period;
  /** Also those who stayed, by label. */
  moves: MovedCount[];
  up: number;
  down: number;
  /** Between groups, or from or to a tier that there is no longer. */
  sideways: number;
  entered: number;
  left: number;
  reasons: { reason: DecisionReason; decisions: number }[];
  /** Customers by label at the end of each of these days. */
  counts: LabelCounts;
  /** The moves themselves where they are few, newest first; null where they are many. */
  list: Move[] | null;
  /** Null unless asked for. */
  flows: FlowStep[] | null;
}

export interface FlowStep {
  /** From the end of the day before to the end of this one. */
  untilDay: string;
  /** Of those who moved in any step: where they went in this one, or stayed. */
  moves: MovedCount[];
}

/** Fewer moves than this are told one by one. */
const fewMoves = 30;
const mostCountDays = 53;
/** More columns of a flow picture than this cannot be read. */
const mostFlowSteps = 6;

/** Who moved, from where to where, between two days. */
export async function readMovementPage(
  app: App,
  shop: string,
  query: MovementQuery,
): Promise<MovementPage> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const { family } = query;
  const labels = (family === "tier" ? program.tiers : program.groups).map(({ key, name }) => ({
    key,
    name,
  }));
  const first = await readFirstRun(app.db, shop, record.timeZone);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    family,
    labels,
    movement: first === null ? null : await readMovement(app, record, program, query, first),
  };
}

async function readMovement(
  app: App,
  { shop, timeZone }: Shop,
  program: LiveProgram,
  { family, period: asked, showsFlows }: MovementQuery,
  first: { id: string | null; day: string },
): Promise<Movement> {
  const today = calendarDayOf(await app.now(), timeZone);
  const firstDay = parseCalendarDate(first.day) ?? today;
  const period = periodOf(asked, today, firstDay);
  const window = windowOf(family, period, timeZone, first.id);
  const from = parseCalendarDate(period.from ?? first.day) ?? firstDay;
  const until = parseCalendarDate(period.until) ?? today;

  const days = [from, ...stepEnds(from, until, mostCountDays - 1)].map(formatCalendarDay);
  const [now, sinceThen] = await Promise.all([
    totalByLabel(app.db, shop, family),
    countFlows(app.db, shop, { ...window, untilDay: null }, days),
  ]);
  const counts = countsOverTime(now, sinceThen, days);
  const within = sinceThen.filter(({ step }) => step < days.length);
  const keys = [...new Set(within.flatMap(({ fromKey, toKey }) => [fromKey, toKey]))];
  const flowDays = stepEnds(from, until, mostFlowSteps).map(formatCalendarDay);
  const [moved, steps] = await Promise.all([
    countMoved(app.db, shop, window, keys),
    showsFlows ? countSteps(app.db, shop, window, flowDays, keys) : null,
  ]);
  return {
    firstDay: first.day,
    period,
    moves: [...moved, ...stayedOf(counts, moved)].map((move) => nameMove(program, family, move)),
    ...totalsOf(program, family, moved),
    reasons: reasonsOf(within),
    counts,
    list: await readList(),
    flows:
      steps &&
      flowSteps(flowDays, steps).map(({ untilDay, moves }) => ({
        untilDay,
        moves: moves.map((move) => nameMove(program, family, move)),
      })),
  };

  async function readList(): Promise<Move[] | null> {
    if (moved.reduce((sum, move) => sum + move.customers, 0) >= fewMoves) return null;
    const decisions = await listDecisionsIn(app.db, shop, window, 2 * fewMoves);
    return describeMoves(program, decisions);
  }
}

/** Whoever has a label at the end and did not come from another one. */
function stayedOf(counts: LabelCounts, moved: readonly CountedMove[]): CountedMove[] {
  return counts.labels.flatMap(({ key, customers }) => {
    const came = moved.filter(({ toKey }) => toKey === key);
    const staying = (customers.at(-1) ?? 0) - came.reduce((sum, move) => sum + move.customers, 0);
    return staying > 0 ? [{ fromKey: key, toKey: key, customers: staying }] : [];
  });
}

function totalsOf(program: LiveProgram, family: Family, moved: readonly CountedMove[]) {
  const total = { up: 0, down: 0, sideways: 0, entered: 0, left: 0 };
  for (const { fromKey, toKey, customers } of moved) {
    if (fromKey === null) total.entered += customers;
    else if (toKey === null) total.left += customers;
    else total[directionOf(program, family, fromKey, toKey)] += customers;
  }
  return total;
}

function reasonsOf(decisions: readonly { reason: DecisionReason; customers: number }[]) {
  const byReason = new Map<DecisionReason, number>();
  for (const { reason, customers } of decisions)
    byReason.set(reason, (byReason.get(reason) ?? 0) + customers);
  return [...byReason]
    .map(([reason, made]) => ({ reason, decisions: made }))
    .sort((a, b) => b.decisions - a.decisions);
}

export function windowOf(
  family: Family,
  { from, until }: Period,
  timeZone: string,
  firstRun: string | null,
): MovementWindow {
  return { family, afterDay: from, untilDay: until, timeZone, exceptRun: firstRun };
}

function nameMove(program: LiveProgram, family: Family, move: CountedMove): MovedCount {
  const nameOf = (key: string | null) => (key === null ? null : nameOfLabel(program, family, key));
  return { ...move, from: nameOf(move.fromKey), to: nameOf(move.toKey) };
}
