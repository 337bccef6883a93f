import { Prisma, type Run } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";
import type { RunKind } from "./runs.ts";

/** A place in the list: the run beside it. Lists go from the newest to the oldest. */
export interface RunPlace {
  decidedAt: Date;
  id: string;
}

/** Which runs are listed. */
export interface RunChoice {
  kinds: readonly RunKind[];
  /** Who started it: this number, anybody but these, or (null) nobody; left out: whoever. */
  actor?: string | { isNot: readonly string[] } | null;
  /** Whether it was taken back, wholly or but for some customers; left out: all. */
  state?: "in-force" | "undone" | "partly-undone";
}

/** Chosen runs before a place, newest first. */
export async function listRuns(
  db: Database,
  shop: string,
  choice: RunChoice,
  before: RunPlace | null,
  most: number,
): Promise<Run[]> {
  const beyond =
    before === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(r.decided_at, r.id) < (${before.decidedAt}, ${before.id}::uuid)`;
  const kinds = Prisma.sql`r.kind = ANY(${[...choice.kinds]}::text[])`;
  const found = await db.$queryRaw<{ id: string }[]>`
    SELECT r.id::text FROM run r
    WHERE r.shop = ${shop} AND ${choice.kinds.includes("order") ? kinds : Prisma.sql`r.kind <> 'order' AND ${kinds}`}
      AND ${isOfActor(choice.actor)} AND ${isInState(choice.state)} AND ${beyond}
    ORDER BY r.decided_at DESC, r.id DESC LIMIT ${most}`;
  return db.run.findMany({
    where: { shop, id: { in: found.map(({ id }) => id) } },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
  });
}

function isOfActor(actor: RunChoice["actor"]): Prisma.Sql {
  if (actor === undefined) return Prisma.sql`TRUE`;
  if (actor === null) return Prisma.sql`r.actor IS NULL`;
  if (typeof actor === "string") return Prisma.sql`r.actor = ${actor}`;
  return Prisma.sql`r.actor IS NOT NULL AND r.actor <> ALL(${[...actor.isNot]}::text[])`;
}

function isInState(state: RunChoice["state"]): Prisma.Sql {
  if (state === undefined) return Prisma.sql`TRUE`;
  if (state === "in-force") return Prisma.sql`r.undone_by_run_id IS NULL`;
  const leftSome = Prisma.sql`EXISTS (
    SELECT FROM run u WHERE u.shop = r.shop AND u.id = r.undone_by_run_id AND (u.detail ->> 'skipped')::int > 0)`;
  return state === "partly-undone"
    ? Prisma.sql`r.undone_by_run_id IS NOT NULL AND ${leftSome}`
    : Prisma.sql`r.undone_by_run_id IS NOT NULL AND NOT ${leftSome}`;
}

/** What orders moved within an hour of the shop's clock. */
export interface HourOfOrders extends RunPlace {
  /** When the hour began; the place is its last run's. */
  hour: Date;
  runs: number;
  customersChanged: number;
}

/**
 * The hours before a place in which orders moved somebody. Each is found by a look at an index, however many runs lie
 * between: an hour whose last run is not before the place is none of them.
 */
export async function listHoursOfOrders(
  db: Database,
  shop: string,
  timeZone: string,
  before: RunPlace | null,
  most: number,
): Promise<HourOfOrders[]> {
  const hourOf = (moment: Prisma.Sql) => Prisma.sql`date_trunc('hour', ${moment}, ${timeZone})`;
  const ofOrders = Prisma.sql`shop = ${shop} AND kind = 'order' AND customers_changed > 0`;
  const first =
    before === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(decided_at, id) < (${before.decidedAt}, ${before.id}::uuid)
          AND NOT (decided_at >= ${hourOf(Prisma.sql`${before.decidedAt}::timestamptz`)} AND EXISTS (
            SELECT FROM run l WHERE l.shop = ${shop} AND l.kind = 'order' AND l.customers_changed > 0
              AND (l.decided_at, l.id) >= (${before.decidedAt}, ${before.id}::uuid)
              AND l.decided_at < ${hourOf(Prisma.sql`${before.decidedAt}::timestamptz`)} + interval '1 hour'))`;
  return db.$queryRaw<HourOfOrders[]>`
    WITH RECURSIVE hours AS (
      (SELECT ${hourOf(Prisma.sql`decided_at`)} AS hour, 1 AS nth FROM run
       WHERE ${ofOrders} AND ${first} ORDER BY decided_at DESC, id DESC LIMIT 1)
      UNION ALL
      SELECT (SELECT ${hourOf(Prisma.sql`decided_at`)} FROM run
              WHERE ${ofOrders} AND decided_at < hours.hour ORDER BY decided_at DESC, id DESC LIMIT 1), nth + 1
      FROM hours WHERE hour IS NOT NULL AND nth < ${most}
    )
    SELECT hour, found.runs, found."customersChanged", last.id::text AS id, last.decided_at AS "decidedAt"
    FROM hours
    JOIN LATERAL (
      SELECT count(*)::int AS runs, sum(customers_changed)::int AS "customersChanged" FROM run
      WHERE ${ofOrders} AND decided_at >= hour AND decided_at < hour + interval '1 hour') found ON TRUE
    JOIN LATERAL (
      SELECT id, decided_at FROM run
      WHERE ${ofOrders} AND decided_at >= hour AND decided_at < hour + interval '1 hour'
      ORDER BY decided_at DESC, id DESC LIMIT 1) last ON TRUE
    ORDER BY hour DESC`;
}

/** Runs of orders that moved somebody within an hour, newest first. */
export async function listRunsOfHour(
  db: Database,
  shop: string,
  hour: Date,
  before: RunPlace | null,
  most: number,
): Promise<Run[]> {
  const end = new Date(hour.getTime() + 3_600_000);
  return db.run.findMany({
    where: {
      shop,
      kind: "order",
      customersChanged: { gt: 0 },
      decidedAt: { gte: hour, lt: end },
      ...(before !== null && {
        OR: [
          { decidedAt: { lt: before.decidedAt } },
          { decidedAt: before.decidedAt, id: { lt: before.id } },
        ],
      }),
    },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    take: most,
  });
}
