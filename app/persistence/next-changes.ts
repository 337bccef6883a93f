import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

/** Somebody whose labels change on a day if nothing is bought. Days are calendar dates in shop time, since 1970-01-01. */
export interface DueStanding {
  customerId: bigint;
  tier: string | null;
  group: string | null;
  nextChangeDay: number;
  nextTier: string | null;
  nextGroup: string | null;
  windowNetMinorUnits: bigint;
}

/** A place between two rows of the list. */
export interface DuePlace {
  day: number;
  customerId: bigint;
}

/** Who changes up to a day, the soonest first; after a place, or before one, always in the list's own order. */
export async function listDue(
  db: Database,
  shop: string,
  untilDay: number,
  from: { place: DuePlace; side: "after" | "before" } | null,
  most: number,
): Promise<DueStanding[]> {
  const backwards = from?.side === "before";
  const direction = backwards ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const place = Prisma.sql`(${from?.place.day ?? 0}::int, ${from?.place.customerId ?? 0n}::bigint)`;
  const beyond =
    from === null
      ? Prisma.sql`TRUE`
      : backwards
        ? Prisma.sql`(next_change_day, customer_id) < ${place}`
        : Prisma.sql`(next_change_day, customer_id) > ${place}`;
  const rows = await db.$queryRaw<DueStanding[]>`
    SELECT customer_id AS "customerId", tier_key AS tier, group_key AS "group", next_change_day AS "nextChangeDay",
           next_tier AS "nextTier", next_group AS "nextGroup", window_net_minor_units AS "windowNetMinorUnits"
    FROM standing WHERE shop = ${shop} AND next_change_day <= ${untilDay} AND ${beyond}
    ORDER BY next_change_day ${direction}, customer_id ${direction} LIMIT ${most}`;
  return backwards ? rows.reverse() : rows;
}

export interface DueCount {
  tier: string | null;
  nextTier: string | null;
  customers: number;
  windowNetMinorUnits: number;
}

/** How many change up to a day, by the tier they have and will have. */
export async function countDue(db: Database, shop: string, untilDay: number): Promise<DueCount[]> {
  return db.$queryRaw<DueCount[]>`
    SELECT tier_key AS tier, next_tier AS "nextTier", count(*)::int AS customers,
           sum(window_net_minor_units)::float8 AS "windowNetMinorUnits"
    FROM standing WHERE shop = ${shop} AND next_change_day <= ${untilDay} GROUP BY tier_key, next_tier`;
}
