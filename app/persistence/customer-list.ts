import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";
import { type MovementWindow, whoMoved } from "./movement.ts";
import { valueBandOf, type StandingRow } from "./standings.ts";

/** The column a list is sorted by. Every one is a whole number, ties are broken by the customer's id. */
const sortKeys = {
  value: Prisma.sql`value_e4::bigint`,
  spent: Prisma.sql`window_net_minor_units`,
  orders: Prisma.sql`counted_orders::bigint`,
  // Whoever does not change comes after whoever does.
  "next-change": Prisma.sql`coalesce(next_change_day, 2147483647)::bigint`,
  "last-order": Prisma.sql`coalesce((extract(epoch FROM last_order_at) * 1000)::bigint, -1)`,
} as const;

export type ListSort = keyof typeof sortKeys;

export interface ListFilter {
  tier: string | null;
  group: string | null;
  /** Of the last study: how late the customer is, and one trait they have. */
  risk: string | null;
  trait: string | null;
  /** A trait of what they look at and leave. */
  interest: string | null;
  /** Went from one label to another within a time; null = no label. */
  moved: { window: MovementWindow; fromKey: string | null; toKey: string | null } | null;
  /** Labels change by this day (days since 1970-01-01) if nothing is bought. */
  changesBy: number | null;
  /** Somebody decided about their labels by hand, and that still holds on this day. */
  heldByHandOn: number | null;
  /** Null = no search; otherwise only these customers. */
  customerIds: readonly bigint[] | null;
}

/** A place between two rows: the sort value and id of the row beside it. */
export interface ListPlace {
  sortValue: bigint;
  customerId: bigint;
}

export interface ListedStanding extends StandingRow {
  sortValue: bigint;
  nextChangeDay: number | null;
  nextTier: string | null;
  nextGroup: string | null;
  /** What keeps the tier from being the one that the numbers enter. */
  heldBy: string[];
}

/** Rows after (or before) a place, always in the list's own order. */
export async function listStandings(
  db: Database,
  shop: string,
  filter: ListFilter,
  order: { sort: ListSort; descending: boolean },
  from: { place: ListPlace; side: "after" | "before" } | null,
  most: number,
): Promise<ListedStanding[]> {
  const key = sortKeys[order.sort];
  const backwards = from?.side === "before";
  const downwards = order.descending !== backwards;
  const direction = downwards ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const beyond =
    from === null
      ? Prisma.sql`TRUE`
      : downwards
        ? Prisma.sql`(${key}, customer_id) < (${from.place.sortValue}::bigint, ${from.place.customerId}::bigint)`
        : Prisma.sql`(${key}, customer_id) > (${from.place.sortValue}::bigint, ${from.place.customerId}::bigint)`;
  // Values have an index by whole points only: within a point they are sorted as they are read.
  const band = order.sort === "value" ? Prisma.sql`value_band ${direction},` : Prisma.empty;
  const beyondBand =
    order.sort === "value" && from !== null
      ? downwards
        ? Prisma.sql`value_band <= ${valueBandOf(Number(from.place.sortValue))}`
        : Prisma.sql`value_band >= ${valueBandOf(Number(from.place.sortValue))}`
      : Prisma.sql`TRUE`;
  const rows = await db.$queryRaw<ListedStanding[]>`
    SELECT customer_id AS "customerId", tier_key AS tier, group_key AS "group", stage,
           recency_score AS "recencyScore", frequency_score AS "frequencyScore",
           monetary_score AS "monetaryScore", value_e4 AS "valueE4", counted_orders AS "countedOrders",
           net_minor_units AS "netMinorUnits", window_orders AS "windowOrders",
           window_net_minor_units AS "windowNetMinorUnits", last_order_at AS "lastOrderAt",
           next_change_day AS "nextChangeDay", next_tier AS "nextTier", next_group AS "nextGroup",
           held_by AS "heldBy", ${key} AS "sortValue"
    FROM standing WHERE ${matches(shop, filter)} AND ${beyond} AND ${beyondBand}
    ORDER BY ${band} ${key} ${direction}, customer_id ${direction} LIMIT ${most}`;
  return backwards ? rows.reverse() : rows;
}

export async function countStandings(
  db: Database,
  shop: string,
  filter: ListFilter,
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM standing WHERE ${matches(shop, filter)}`;
  return row?.count ?? 0;
}

/** Customers whose number begins with these digits. */
export async function findCustomersByNumber(
  db: Database,
  shop: string,
  digits: string,
  most: number,
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    SELECT customer_id AS "customerId" FROM standing
    WHERE shop = ${shop} AND customer_id::text LIKE ${digits + "%"} LIMIT ${most}`;
  return rows.map((row) => row.customerId);
}

/** As a condition on `standing`. */
export function matches(shop: string, filter: ListFilter): Prisma.Sql {
  const conditions = [Prisma.sql`shop = ${shop}`];
  if (filter.tier === "none") conditions.push(Prisma.sql`tier_key IS NULL`);
  else if (filter.tier !== null) conditions.push(Prisma.sql`tier_key = ${filter.tier}`);
  if (filter.group !== null) conditions.push(Prisma.sql`group_key = ${filter.group}`);
  if (filter.risk !== null || filter.trait !== null) {
    conditions.push(Prisma.sql`customer_id IN (SELECT o.customer_id FROM outlook o
      WHERE ${matchesOutlook(shop, filter)})`);
  }
  if (filter.interest !== null) {
    conditions.push(Prisma.sql`customer_id IN (SELECT i.customer_id FROM interest_trait i
      WHERE i.shop = ${shop} AND i.trait = ${filter.interest})`);
  }
  if (filter.changesBy !== null)
    conditions.push(Prisma.sql`next_change_day <= ${filter.changesBy}`);
  if (filter.heldByHandOn !== null) {
    conditions.push(Prisma.sql`customer_id IN (SELECT h.customer_id FROM label_hold h
      WHERE h.shop = ${shop} AND h.kind IN ('override', 'opt-out')
        AND (h.until_day IS NULL OR h.until_day > ${filter.heldByHandOn}))`);
  }
  if (filter.moved !== null) {
    conditions.push(
      Prisma.sql`customer_id IN (${whoMoved(shop, filter.moved.window, filter.moved)})`,
    );
  }
  if (filter.customerIds !== null) {
    conditions.push(Prisma.sql`customer_id = ANY(${[...filter.customerIds]}::bigint[])`);
  }
  return Prisma.join(conditions, " AND ");
}

function matchesOutlook(shop: string, { risk, trait }: ListFilter): Prisma.Sql {
  const conditions = [Prisma.sql`o.shop = ${shop}`];
  if (risk !== null) conditions.push(Prisma.sql`o.risk_level = ${risk}`);
  if (trait !== null) conditions.push(Prisma.sql`o.traits @> ${[trait]}::text[]`);
  return Prisma.join(conditions, " AND ");
}
