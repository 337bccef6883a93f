import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";
import { createPairReader, weightsFor } from "./label-weights.ts";
import type { DecisionReason } from "./runs.ts";

export type Family = "tier" | "group";

/** What happened after one calendar day of the shop's and up to another, that one included. */
export interface MovementWindow {
  family: Family;
  /** YYYY-MM-DD in shop time; null = from the first decision on. */
  afterDay: string | null;
  untilDay: string | null;
  timeZone: string;
  /** The run that gave everybody a first label: nobody moved by it. */
  exceptRun: string | null;
}

/** Key before and after; null = no label. */
export interface CountedMove {
  fromKey: string | null;
  toKey: string | null;
  customers: number;
}

/**
 * Who has another label at the end of a period than at its beginning, counted. `keys` must have every label that was left
 * or entered in it.
 */
export async function countMoved(
  db: Database,
  shop: string,
  window: MovementWindow,
  keys: readonly (string | null)[],
): Promise<CountedMove[]> {
  const weights = weightsFor(keys.length);
  const rows = await db.$queryRaw<{ sum: number; customers: number }[]>`
    SELECT sum::int, count(*)::int AS customers
    FROM (SELECT ${sumOfWeights(keys, weights)} AS sum FROM decision d WHERE ${happenedIn(shop, window)} GROUP BY d.customer_id) AS chain
    WHERE sum <> 0 GROUP BY sum`;
  const pairOf = createPairReader(weights);
  return rows.map(({ sum, customers }) => {
    const [from, to] = pairOf(sum);
    return { fromKey: keys[from] ?? null, toKey: keys[to] ?? null, customers };
  });
}

function sumOfWeights(keys: readonly (string | null)[], weights: readonly number[]): Prisma.Sql {
  const names = Prisma.sql`${keys.map((key) => key ?? "")}::text[]`;
  const weightOf = (column: Prisma.Sql) =>
    Prisma.sql`(${weights}::int[])[array_position(${names}, coalesce(${column}, ''))]`;
  return Prisma.sql`sum(${weightOf(Prisma.sql`d.from_key`)} - ${weightOf(Prisma.sql`d.to_key`)})`;
}

/** The customers who went from one label to another: they left the first once more than they entered it. */
export function whoMoved(
  shop: string,
  window: MovementWindow,
  { fromKey, toKey }: Omit<CountedMove, "customers">,
): Prisma.Sql {
  const leftMore = (key: string | null) =>
    Prisma.sql`(count(*) FILTER (WHERE d.from_key IS NOT DISTINCT FROM ${key})
      - count(*) FILTER (WHERE d.to_key IS NOT DISTINCT FROM ${key}))`;
  return Prisma.sql`
    SELECT d.customer_id FROM decision d WHERE ${happenedIn(shop, window)}
    GROUP BY d.customer_id HAVING ${leftMore(fromKey)} = 1 AND ${leftMore(toKey)} = -1`;
}

export interface Flow extends CountedMove {
  /** How many of the given days are past: 0 = up to the end of the first one. */
  step: number;
}

/** Decisions by why they were made and the step they fall into; `days` are the ends of the steps, in order. */
export async function countFlows(
  db: Database,
  shop: string,
  window: MovementWindow,
  days: readonly string[],
): Promise<(Flow & { reason: DecisionReason })[]> {
  return db.$queryRaw<(Flow & { reason: DecisionReason })[]>`
    SELECT ${stepOf(window, days)} AS step, d.from_key AS "fromKey", d.to_key AS "toKey", d.reason, count(*)::int AS customers
    FROM decision d WHERE ${happenedIn(shop, window)} GROUP BY 1, 2, 3, 4`;
}

/**
 * Whoever moved in any step, counted by where they went in each, and (as step −1) by the label they began with.
 * A customer who moved and came back within a step did not move in it.
 */
export async function countSteps(
  db: Database,
  shop: string,
  window: MovementWindow,
  days: readonly string[],
  keys: readonly (string | null)[],
): Promise<Flow[]> {
  const weights = weightsFor(keys.length);
  const rows = await db.$queryRaw<
    { step: number; sum: number; customers: number; began: number }[]
  >`
    WITH moved AS (
      SELECT d.customer_id, ${stepOf(window, days)} AS step, ${sumOfWeights(keys, weights)} AS sum
      FROM decision d WHERE ${happenedIn(shop, window)} GROUP BY 1, 2
    ), ordered AS (
      SELECT step, sum, row_number() OVER (PARTITION BY customer_id ORDER BY step) AS place FROM moved WHERE sum <> 0
    )
    SELECT step, sum::int, count(*)::int AS customers, count(*) FILTER (WHERE place = 1)::int AS began
    FROM ordered GROUP BY step, sum`;
  const pairOf = createPairReader(weights);
  return rows.flatMap(({ step, sum, customers, began }) => {
    const [from, to] = pairOf(sum);
    const fromKey = keys[from] ?? null;
    return [
      { step, fromKey, toKey: keys[to] ?? null, customers },
      { step: -1, fromKey, toKey: fromKey, customers: began },
    ];
  });
}

/**
 * The calendar day from which on decisions are known, and the run that gave everybody a first label on it; null when
 * decisions from before were forgotten.
 */
export async function readFirstRun(
  db: Database,
  shop: string,
  timeZone: string,
): Promise<{ id: string | null; day: string } | null> {
  const [first] = await db.$queryRaw<{ id: string | null; day: string }[]>`
    SELECT CASE kind WHEN 'import' THEN id::text END AS id, to_char(decided_at AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day
    FROM run WHERE shop = ${shop} AND decisions > 0 ORDER BY decided_at, id LIMIT 1`;
  return first ?? null;
}

export function happenedIn(
  shop: string,
  { family, afterDay, untilDay, timeZone, exceptRun }: MovementWindow,
): Prisma.Sql {
  const conditions = [Prisma.sql`d.shop = ${shop} AND d.family = ${family}`];
  if (afterDay !== null) conditions.push(Prisma.sql`d.decided_at >= ${endOf(afterDay, timeZone)}`);
  if (untilDay !== null) conditions.push(Prisma.sql`d.decided_at < ${endOf(untilDay, timeZone)}`);
  if (exceptRun !== null) conditions.push(Prisma.sql`d.run_id <> ${exceptRun}::uuid`);
  return Prisma.join(conditions, " AND ");
}

/** The moment a calendar day is over in a time zone, also when the clocks change that night. */
function endOf(day: string, timeZone: string): Prisma.Sql {
  return Prisma.sql`((${day}::date + 1)::timestamp AT TIME ZONE ${timeZone})`;
}

function stepOf({ timeZone }: MovementWindow, days: readonly string[]): Prisma.Sql {
  return Prisma.sql`width_bucket(d.decided_at, ARRAY(
    SELECT (day::date + 1)::timestamp AT TIME ZONE ${timeZone} FROM unnest(${[...days]}::text[]) AS day))`;
}
