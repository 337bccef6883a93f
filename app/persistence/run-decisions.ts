import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";
import type { DecisionRow } from "./runs.ts";
import type { AutomaticState } from "./standings.ts";

/** A decision of a run, and whether it can be taken back. */
export interface RunDecision
  extends AutomaticState, Pick<DecisionRow, "customerId" | "family" | "fromKey" | "toKey"> {
  /** Nothing has been decided on this label since, and nobody holds it since. */
  isLast: boolean;
  /** Nothing has been decided on the automatic tier since. */
  isLastOfTier: boolean;
}

/** True of a decision `d` on which no later one followed; ids of runs ascend in time. */
function isLast(families: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT FROM decision l WHERE l.shop = d.shop AND l.customer_id = d.customer_id AND l.run_id > d.run_id
      AND l.family IN (${families}))`;
}

/**
 * True of a decision `d` after which the automatic tier has not changed. A tier set by hand lies over it: it is still the
 * one that `d` left when it was so before that and is so now.
 */
const isLastOfTier = Prisma.sql`NOT EXISTS (
    SELECT FROM decision l WHERE l.shop = d.shop AND l.customer_id = d.customer_id AND l.run_id > d.run_id
      AND (l.family = 'automatic' OR l.family = 'tier' AND NOT (l.reason = 'by-hand'
        AND l.from_auto_tier IS NOT DISTINCT FROM d.to_key AND s.auto_tier IS NOT DISTINCT FROM d.to_key)))`;

/** True of a decision `d` whose label is held by something that was set after it and still holds on a day. */
function isHeldSince(day: number): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT FROM label_hold h WHERE h.shop = d.shop AND h.customer_id = d.customer_id AND h.run_id > d.run_id
      AND (h.until_day IS NULL OR h.until_day > ${day})
      AND (h.kind = 'opt-out' OR h.kind = 'override' AND d.family = 'tier' OR h.kind = 'pin' AND d.family = ANY(h.families)))`;
}

/** Everything a run decided on customers who are still known, by customer. */
export async function readRunDecisions(
  db: Database,
  shop: string,
  runId: string,
  day: number,
): Promise<RunDecision[]> {
  return db.$queryRaw<RunDecision[]>`
    SELECT d.customer_id AS "customerId", d.family, d.from_key AS "fromKey", d.to_key AS "toKey",
           d.from_auto_tier AS "autoTier", d.from_since_day AS "tierSinceDay", d.from_below_day AS "belowFromDay",
           ${isLast(Prisma.sql`d.family`)} AND NOT ${isHeldSince(day)} AS "isLast",
           ${isLastOfTier} AS "isLastOfTier"
    FROM decision d JOIN standing s ON s.shop = d.shop AND s.customer_id = d.customer_id
    WHERE d.shop = ${shop} AND d.run_id = ${runId}::uuid ORDER BY d.customer_id`;
}

/**
 * Of how many customers a run's labels can be taken back, and of how many somebody else has changed one since. One pass
 * over the index for the run and all after it: a look at each customer's decisions would take seconds over a base.
 */
export async function countTakenBack(
  db: Database,
  shop: string,
  runId: string,
  day: number,
): Promise<{ restored: number; skipped: number }> {
  const [row] = await db.$queryRaw<{ restored: number; skipped: number }[]>`
    WITH decided AS (
      SELECT customer_id,
             bool_or(family = 'tier' AND run_id = ${runId}::uuid) AS tier,
             bool_or(family = 'group' AND run_id = ${runId}::uuid) AS grp,
             bool_or(family = 'tier' AND run_id > ${runId}::uuid) AS tier_since,
             bool_or(family = 'group' AND run_id > ${runId}::uuid) AS grp_since
      FROM decision WHERE shop = ${shop} AND run_id >= ${runId}::uuid GROUP BY customer_id
    ), held AS (
      SELECT customer_id, bool_or(kind IN ('opt-out', 'override') OR kind = 'pin' AND 'tier' = ANY(families)) AS tier,
             bool_or(kind = 'opt-out' OR kind = 'pin' AND 'group' = ANY(families)) AS grp
      FROM label_hold WHERE shop = ${shop} AND run_id > ${runId}::uuid AND (until_day IS NULL OR until_day > ${day})
      GROUP BY customer_id
    )
    SELECT count(*) FILTER (WHERE d.tier AND NOT changed.tier OR d.grp AND NOT changed.grp)::int AS restored,
           count(*) FILTER (WHERE d.tier AND changed.tier OR d.grp AND changed.grp)::int AS skipped
    FROM decided d LEFT JOIN held h USING (customer_id),
      LATERAL (SELECT tier_since OR coalesce(h.tier, FALSE) AS tier, grp_since OR coalesce(h.grp, FALSE) AS grp) AS changed`;
  return row ?? { restored: 0, skipped: 0 };
}

/** The first customers of a run of whom somebody else has changed a label since. */
export async function listChangedSince(
  db: Database,
  shop: string,
  runId: string,
  day: number,
  most: number,
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    SELECT DISTINCT d.customer_id AS "customerId"
    FROM decision d JOIN standing s ON s.shop = d.shop AND s.customer_id = d.customer_id
    WHERE d.shop = ${shop} AND d.run_id = ${runId}::uuid AND d.family <> 'automatic'
      AND (NOT ${isLast(Prisma.sql`d.family`)} OR ${isHeldSince(day)})
    ORDER BY d.customer_id LIMIT ${most}`;
  return rows.map(({ customerId }) => customerId);
}

/** A customer a run moved, with both labels; null of one that did not change. */
export interface RunMover {
  customerId: bigint;
  /** Net of counted orders in the window, as it is now. */
  windowNetMinorUnits: bigint;
  tier: { from: string | null; to: string | null } | null;
  group: { from: string | null; to: string | null } | null;
}

/** Whom a run moved, who spends most first; after a place between two of them. */
export async function listRunMovers(
  db: Database,
  shop: string,
  runId: string,
  after: { windowNetMinorUnits: bigint; customerId: bigint } | null,
  most: number,
): Promise<RunMover[]> {
  const beyond =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(s.window_net_minor_units, s.customer_id) < (${after.windowNetMinorUnits}::bigint, ${after.customerId}::bigint)`;
  const decidedOn = (whose: Prisma.Sql) =>
    Prisma.sql`d.shop = ${shop} AND d.run_id = ${runId}::uuid AND d.customer_id = ${whose}`;
  const labelsOf = (family: "tier" | "group") => Prisma.sql`(
    SELECT jsonb_build_object('from', d.from_key, 'to', d.to_key) FROM decision d
    WHERE ${decidedOn(Prisma.sql`m.customer_id`)} AND d.family = ${family})`;
  // Labels are put together for those who are shown only.
  return db.$queryRaw<RunMover[]>`
    SELECT m.customer_id AS "customerId", m.spent AS "windowNetMinorUnits", ${labelsOf("tier")} AS tier,
           ${labelsOf("group")} AS "group"
    FROM (
      SELECT s.customer_id, s.window_net_minor_units AS spent FROM standing s
      WHERE s.shop = ${shop} AND ${beyond}
        AND EXISTS (SELECT FROM decision d WHERE ${decidedOn(Prisma.sql`s.customer_id`)} AND d.family <> 'automatic')
      ORDER BY s.window_net_minor_units DESC, s.customer_id DESC LIMIT ${most}) AS m
    ORDER BY m.spent DESC, m.customer_id DESC`;
}
