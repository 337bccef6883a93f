import { Prisma } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";
import { membersBy, type MemberTest, type Tested } from "./member-tests.ts";

interface GroupId {
  shop: string;
  id: string;
}

export interface MemberChange {
  added: number;
  removed: number;
}

/**
 * Makes the members of a dynamic group those who pass its test. `among` = only these customers are looked at; null =
 * everybody. Returns how many changed.
 */
export async function renewMembers(
  tx: Transaction,
  tested: Tested,
  id: string,
  test: MemberTest,
  among: readonly bigint[] | null,
): Promise<MemberChange> {
  const { shop } = tested;
  const scope =
    among === null ? Prisma.empty : Prisma.sql`AND m.customer_id = ANY(${[...among]}::bigint[])`;
  const [row] = await tx.$queryRaw<MemberChange[]>`
    WITH wanted AS MATERIALIZED (${membersBy(tested, test, among)}),
      gone AS (
        DELETE FROM custom_group_member m
        WHERE m.shop = ${shop} AND m.group_id = ${id}::uuid ${scope}
          AND NOT EXISTS (SELECT FROM wanted w WHERE w.customer_id = m.customer_id) RETURNING 1),
      come AS (
        INSERT INTO custom_group_member (shop, group_id, customer_id)
        SELECT ${shop}, ${id}::uuid, w.customer_id FROM wanted w
        ON CONFLICT DO NOTHING RETURNING 1)
    SELECT (SELECT count(*) FROM come)::int AS added, (SELECT count(*) FROM gone)::int AS removed`;
  return row ?? { added: 0, removed: 0 };
}

/** Adds customers we have a standing of; returns how many were not members before. */
export async function addMembers(
  db: Database,
  { shop, id }: GroupId,
  customerIds: readonly bigint[],
): Promise<number> {
  return db.$executeRaw`
    INSERT INTO custom_group_member (shop, group_id, customer_id)
    SELECT s.shop, ${id}::uuid, s.customer_id FROM standing s
    WHERE s.shop = ${shop} AND s.customer_id = ANY(${[...customerIds]}::bigint[])
    ON CONFLICT DO NOTHING`;
}

/**
 * Gives a customer another one's places in fixed groups. Returns the groups the other one left, and of those the ones in
 * which the customer was not yet.
 */
export async function moveFixedMemberships(
  tx: Transaction,
  shop: string,
  fromId: bigint,
  toId: bigint,
): Promise<{ left: string[]; joined: string[] }> {
  const rows = await tx.$queryRaw<{ id: string; joined: boolean }[]>`
    WITH gone AS (
        DELETE FROM custom_group_member m USING custom_group g
        WHERE m.shop = ${shop} AND m.customer_id = ${fromId} AND g.shop = m.shop AND g.id = m.group_id AND g.kind = 'fixed'
        RETURNING m.group_id),
      come AS (
        INSERT INTO custom_group_member (shop, group_id, customer_id) SELECT ${shop}, group_id, ${toId}::bigint FROM gone
        ON CONFLICT DO NOTHING RETURNING group_id)
    SELECT gone.group_id::text AS id, come.group_id IS NOT NULL AS joined
    FROM gone LEFT JOIN come ON come.group_id = gone.group_id ORDER BY 1`;
  return {
    left: rows.map(({ id }) => id),
    joined: rows.filter(({ joined }) => joined).map(({ id }) => id),
  };
}

export async function removeMembers(
  db: Database,
  { shop, id }: GroupId,
  customerIds: readonly bigint[],
): Promise<number> {
  const { count } = await db.customGroupMember.deleteMany({
    where: { shop, groupId: id, customerId: { in: [...customerIds] } },
  });
  return count;
}

/** Everybody who has a label now becomes a member. */
export async function addMembersWithGroupLabel(
  db: Database,
  { shop, id }: GroupId,
  key: string,
): Promise<number> {
  return db.$executeRaw`
    INSERT INTO custom_group_member (shop, group_id, customer_id)
    SELECT shop, ${id}::uuid, customer_id FROM standing WHERE shop = ${shop} AND group_key = ${key}
    ON CONFLICT DO NOTHING`;
}

/** Everybody who is in another group now becomes a member. */
export async function addMembersOf(
  db: Database,
  { shop, id }: GroupId,
  otherId: string,
): Promise<number> {
  return db.$executeRaw`
    INSERT INTO custom_group_member (shop, group_id, customer_id)
    SELECT shop, ${id}::uuid, customer_id FROM custom_group_member
    WHERE shop = ${shop} AND group_id = ${otherId}::uuid
    ON CONFLICT DO NOTHING`;
}

/** Counts the members anew, for the group and for the day. */
export async function settleSize(
  tx: Transaction,
  { shop, id }: GroupId,
  day: number,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    WITH size AS (
      UPDATE custom_group SET renewed_at = ${at}, customers = (
        SELECT count(*) FROM custom_group_member WHERE shop = ${shop} AND group_id = ${id}::uuid)
      WHERE shop = ${shop} AND id = ${id}::uuid RETURNING customers)
    INSERT INTO custom_group_size AS s (shop, group_id, day, customers)
    SELECT ${shop}, ${id}::uuid, ${day}, customers FROM size
    ON CONFLICT (shop, group_id, day) DO UPDATE SET customers = excluded.customers`;
}

/** Size of each group on a day: what the last count until then said; of a younger group its first. */
export async function readSizesOn(
  db: Database,
  shop: string,
  day: number,
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; customers: number }[]>`
    SELECT DISTINCT ON (group_id) group_id AS id, customers FROM custom_group_size WHERE shop = ${shop}
    ORDER BY group_id, day > ${day}, CASE WHEN day > ${day} THEN day ELSE -day END`;
  return new Map(rows.map(({ id, customers }) => [id, customers]));
}

/** Window sales of the members of each group. */
export async function totalSalesByGroup(db: Database, shop: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ id: string; sales: number }[]>`
    SELECT m.group_id AS id, sum(s.window_net_minor_units)::float8 AS sales
    FROM custom_group_member m JOIN standing s ON s.shop = m.shop AND s.customer_id = m.customer_id
    WHERE m.shop = ${shop} GROUP BY m.group_id`;
  return new Map(rows.map(({ id, sales }) => [id, sales]));
}

export interface MemberStanding {
  customerId: bigint;
  tier: string | null;
  group: string | null;
  countedOrders: number;
  windowNetMinorUnits: bigint;
  lastOrderAt: Date | null;
}

/** Members by number with where they stand, from the one after `after` on. */
export async function listMembers(
  db: Database,
  { shop, id }: GroupId,
  after: bigint | null,
  most: number,
): Promise<MemberStanding[]> {
  return db.$queryRaw<MemberStanding[]>`
    SELECT s.customer_id AS "customerId", s.tier_key AS tier, s.group_key AS "group",
           s.counted_orders AS "countedOrders", s.window_net_minor_units AS "windowNetMinorUnits",
           s.last_order_at AS "lastOrderAt"
    FROM custom_group_member m JOIN standing s ON s.shop = m.shop AND s.customer_id = m.customer_id
    WHERE m.shop = ${shop} AND m.group_id = ${id}::uuid AND m.customer_id > ${after ?? -1n}
    ORDER BY m.customer_id LIMIT ${most}`;
}
