/**
 * What we want customers to carry in Shopify against what we know they carry. The wish is derived from the
 * standing at every question, never stored, so a publication can be stopped anywhere and asked again.
 */
import { Prisma } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export interface PublishedFamilies {
  tags: boolean;
  metafields: boolean;
}

export interface TagWrite {
  customerId: bigint;
  tags: string[];
}

export interface MetafieldWrite {
  customerId: bigint;
  tier: string;
  group: string;
  recencyScore: number | null;
  frequencyScore: number | null;
  monetaryScore: number | null;
  valueE4: number;
  /** What to remember once Shopify has confirmed. */
  hash: string;
}

/** Our tags carry this prefix; nothing without it is ever touched. */
export const tagPrefix = "echelon";

export function tagOf(family: "tier" | "group", labelKey: string): string {
  return `${tagPrefix}:${family}:${labelKey}`;
}

/** The tags a customer should carry: none for customers not ranked, none while tags are off. */
function wantedTags(families: PublishedFamilies): Prisma.Sql {
  return families.tags
    ? Prisma.sql`CASE WHEN s.tier_key IS NULL THEN ARRAY[]::text[] ELSE ARRAY[
        ${tagPrefix + ":tier:"} || s.tier_key, ${tagPrefix + ":group:"} || s.group_key] END`
    : Prisma.sql`ARRAY[]::text[]`;
}

/**
 * Changes with the customer's labels and own orders only. The scores are inside the field too, but everybody
 * else's orders move those a little every day, and the whole base would be rewritten daily.
 */
function wantedHash(families: PublishedFamilies): Prisma.Sql {
  return families.metafields
    ? Prisma.sql`CASE WHEN s.tier_key IS NULL THEN NULL ELSE
        md5(concat_ws('|', s.tier_key, s.group_key, s.counted_orders, s.net_minor_units)) END`
    : Prisma.sql`NULL::text`;
}

function standingsBesideLedger(shop: string, families: PublishedFamilies): Prisma.Sql {
  return Prisma.sql`
    SELECT s.*, ${wantedTags(families)} AS wanted_tags, ${wantedHash(families)} AS wanted_hash,
           coalesce(p.possible_tags, '{}') AS possible_tags, coalesce(p.confirmed_tags, '{}') AS confirmed_tags,
           p.metafields_hash
    FROM standing s LEFT JOIN publication p ON p.shop = s.shop AND p.customer_id = s.customer_id
    WHERE s.shop = ${shop} AND p.problem IS NULL`;
}

/** Customers who lack a tag of ours, and which. */
export async function listTagsToAdd(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  most: number,
): Promise<TagWrite[]> {
  return db.$queryRaw<TagWrite[]>`
    SELECT customer_id AS "customerId",
           array(SELECT unnest(wanted_tags) EXCEPT SELECT unnest(confirmed_tags)) AS tags
    FROM (${standingsBesideLedger(shop, families)}) AS b
    WHERE NOT wanted_tags <@ confirmed_tags ORDER BY customer_id LIMIT ${most}`;
}

/** Customers who may carry a tag of ours they should not, once they have the ones they should. */
export async function listTagsToRemove(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  most: number,
): Promise<TagWrite[]> {
  return db.$queryRaw<TagWrite[]>`
    SELECT customer_id AS "customerId",
           array(SELECT unnest(possible_tags) EXCEPT SELECT unnest(wanted_tags)) AS tags
    FROM (${standingsBesideLedger(shop, families)}) AS b
    WHERE wanted_tags <@ confirmed_tags AND NOT possible_tags <@ wanted_tags
    ORDER BY customer_id LIMIT ${most}`;
}

/** Customers whose fields must be written. */
export async function listMetafieldsToSet(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  most: number,
): Promise<MetafieldWrite[]> {
  return db.$queryRaw<MetafieldWrite[]>`
    SELECT customer_id AS "customerId", tier_key AS tier, group_key AS "group",
           recency_score AS "recencyScore", frequency_score AS "frequencyScore",
           monetary_score AS "monetaryScore", value_e4 AS "valueE4", wanted_hash AS hash
    FROM (${standingsBesideLedger(shop, families)}) AS b
    WHERE wanted_hash IS NOT NULL AND wanted_hash IS DISTINCT FROM metafields_hash
    ORDER BY customer_id LIMIT ${most}`;
}

/** Customers whose fields must go: not ranked any more, or fields were turned off. */
export async function listMetafieldsToDelete(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  most: number,
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    SELECT customer_id AS "customerId" FROM (${standingsBesideLedger(shop, families)}) AS b
    WHERE wanted_hash IS NULL AND metafields_hash IS NOT NULL ORDER BY customer_id LIMIT ${most}`;
  return rows.map((row) => row.customerId);
}

/** How many customers Shopify does not show yet as we want it. */
export async function countWaiting(
  db: Database,
  shop: string,
  families: PublishedFamilies,
): Promise<{ tags: number; metafields: number; customers: number }> {
  const [row] = await db.$queryRaw<{ tags: number; metafields: number; customers: number }[]>`
    SELECT count(*) FILTER (WHERE tags)::int AS tags, count(*) FILTER (WHERE metafields)::int AS metafields,
           count(*) FILTER (WHERE tags OR metafields)::int AS customers
    FROM (SELECT NOT wanted_tags <@ confirmed_tags OR NOT possible_tags <@ wanted_tags AS tags,
                 wanted_hash IS DISTINCT FROM metafields_hash AS metafields
          FROM (${standingsBesideLedger(shop, families)}) AS b) AS w`;
  return row ?? { tags: 0, metafields: 0, customers: 0 };
}

/** Before a write: from now on these tags may be on these customers, whatever happens to us. */
export async function notePossibleTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO publication AS p (shop, customer_id, possible_tags, confirmed_tags, written_at)
    SELECT ${shop}, w.id, string_to_array(w.tags, ','), '{}', ${at}
    FROM unnest(${ids(writes)}::bigint[], ${joined(writes)}::text[]) AS w (id, tags)
    ON CONFLICT (shop, customer_id) DO UPDATE SET
      possible_tags = array(SELECT unnest(p.possible_tags) UNION SELECT unnest(excluded.possible_tags))`;
}

/** After Shopify confirmed additions. */
export async function confirmAddedTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    UPDATE publication p SET written_at = ${at}, confirmed_tags =
      array(SELECT unnest(p.confirmed_tags) UNION SELECT unnest(string_to_array(w.tags, ',')))
    FROM unnest(${ids(writes)}::bigint[], ${joined(writes)}::text[]) AS w (id, tags)
    WHERE p.shop = ${shop} AND p.customer_id = w.id`;
}

/** Before tags are taken off: from now on they are not certain any more. */
export async function noteUncertainTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE publication p SET confirmed_tags =
      array(SELECT unnest(p.confirmed_tags) EXCEPT SELECT unnest(string_to_array(w.tags, ',')))
    FROM unnest(${ids(writes)}::bigint[], ${joined(writes)}::text[]) AS w (id, tags)
    WHERE p.shop = ${shop} AND p.customer_id = w.id`;
}

/** After Shopify confirmed removals. */
export async function confirmRemovedTags(
  db: Database,
  shop: string,
  writes: readonly TagWrite[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    UPDATE publication p SET written_at = ${at}, possible_tags =
      array(SELECT unnest(p.possible_tags) EXCEPT SELECT unnest(string_to_array(w.tags, ',')))
    FROM unnest(${ids(writes)}::bigint[], ${joined(writes)}::text[]) AS w (id, tags)
    WHERE p.shop = ${shop} AND p.customer_id = w.id`;
}

/** After Shopify confirmed fields; hash null = they were deleted. */
export async function confirmMetafields(
  db: Database,
  shop: string,
  writes: readonly { customerId: bigint; hash: string | null }[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO publication AS p (shop, customer_id, possible_tags, confirmed_tags, metafields_hash, written_at)
    SELECT ${shop}, w.id, '{}', '{}', w.hash, ${at}
    FROM unnest(${writes.map((w) => w.customerId)}::bigint[], ${writes.map((w) => w.hash)}::text[]) AS w (id, hash)
    ON CONFLICT (shop, customer_id) DO UPDATE SET metafields_hash = excluded.metafields_hash, written_at = ${at}`;
}

/** Sets customers aside whom Shopify refused, with its reason; the rest goes on. */
export async function setAside(
  db: Database,
  shop: string,
  refusals: readonly { customerId: bigint; problem: string }[],
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO publication AS p (shop, customer_id, possible_tags, confirmed_tags, problem, written_at)
    SELECT ${shop}, w.id, '{}', '{}', w.problem, ${at}
    FROM unnest(${refusals.map((r) => r.customerId)}::bigint[], ${refusals.map((r) => r.problem)}::text[]) AS w (id, problem)
    ON CONFLICT (shop, customer_id) DO UPDATE SET problem = excluded.problem`;
}

/** A new decision is a new reason to try. */
export async function tryAgain(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE publication SET problem = NULL
    WHERE shop = ${shop} AND problem IS NOT NULL AND customer_id = ANY(${customerIds}::bigint[])`;
}

export async function readPublication(db: Database, shop: string, customerId: bigint) {
  return db.publication.findUnique({ where: { shop_customerId: { shop, customerId } } });
}

export async function listProblems(db: Database, shop: string, most: number) {
  return db.publication.findMany({
    where: { shop, problem: { not: null } },
    select: { customerId: true, problem: true },
    orderBy: { customerId: "asc" },
    take: most,
  });
}

/** What the ledger says is in the shop now. */
export async function totalPublications(db: Database, shop: string) {
  const [row] = await db.$queryRaw<
    { tagged: number; fields: number; lastWrittenAt: Date | null }[]
  >`
    SELECT count(*) FILTER (WHERE cardinality(confirmed_tags) > 0)::int AS tagged,
           count(metafields_hash)::int AS fields, max(written_at) AS "lastWrittenAt"
    FROM publication WHERE shop = ${shop}`;
  return row ?? { tagged: 0, fields: 0, lastWrittenAt: null };
}

function ids(writes: readonly TagWrite[]): bigint[] {
  return writes.map((write) => write.customerId);
}

/** Arrays of arrays do not travel; tags of ours hold no comma. */
function joined(writes: readonly TagWrite[]): string[] {
  return writes.map((write) => write.tags.join(","));
}
