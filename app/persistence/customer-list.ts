import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";
import { type MovementWindow, whoMoved } from "./movement.ts";
import { valueBandOf, type StandingRow } from "./standings.ts";

/** The column a list is sorted by. Every one is a whole number, ties are broken by the customer's id. */
const sortKeys = {
  value: Prisma.sql`value_e4::bigint`,
  spent: Prisma.sql`window_net_minor_units`,
  orders: Prisma.sql`counted_orders::bigint`,
  "last-order": Prisma.sql`coalesce((extract(epoch FROM last_order_at) * 1000)::bigint, -1)`,
} as const;

export type ListSort = keyof typeof sortKeys;

export interface ListFilter {
  tier: string | null;
  group: string | null;
  /** Of the last study: how late the customer is, and one trait they have. */
  risk: string | null;
  trait: string | null;
  /** Went from one label to another within a time; null = no label. */
  moved: { window: MovementWindow; fromKey: string | null; toKey: string | null } | null;
  /** Null = no search; otherwise only these customers. */
  customerIds: readonly bigint[] | null;
}

/** A place between two rows: the sort value and id of the row beside it. */
export interface ListPlace {
  sortValue: bigint;
  customerId: bigint;
}

export type ListedStanding = StandingRow & { sortValue: bigint };

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
           ${key} AS "sortValue"
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

function matches(shop: string, filter: ListFilter): Prisma.Sql {
  const conditions = [Prisma.sql`shop = ${shop}`];
  if (filter.tier === "none") conditions.push(Prisma.sql`tier_key IS NULL`);
  else if (filter.tier !== null) conditions.push(Prisma.sql`tier_key = ${filter.tier}`);
  if (filter.group !== null) conditions.push(Prisma.sql`group_key = ${filter.group}`);
  if (filter.risk !== null || filter.trait !== null) {
    conditions.push(Prisma.sql`customer_id IN (SELECT o.customer_id FROM outlook o
      WHERE ${matchesOutlook(shop, filter)})`);
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
