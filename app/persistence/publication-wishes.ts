/**
 * What we want customers to carry in Shopify against what we know they carry. The wish is derived from the
 * standing at every question, never stored, so a publication can be stopped anywhere and asked again.
 */
import { Prisma } from "../generated/prisma/client.ts";
import type { BulkStep } from "./bulk-writes.ts";
import type { Database } from "./database.ts";
import { tagOf } from "./label-tags.ts";

export interface PublishedFamilies {
  tags: boolean;
  metafields: boolean;
  /** Of the tags: see label-tags.ts. */
  prefix: string;
  /** Only these customers are looked at; null or nothing = everybody. */
  among?: readonly bigint[] | null;
}

export interface TagWrite {
  customerId: bigint;
  tags: string[];
}

export interface MetafieldWrite {
  customerId: bigint;
  tier: string;
  group: string | null;
  recencyScore: number | null;
  frequencyScore: number | null;
  monetaryScore: number | null;
  valueE4: number;
  countedOrders: number;
  netMinorUnits: bigint;
  windowOrders: number;
  windowNetMinorUnits: bigint;
  /** What to remember once Shopify has confirmed. */
  hash: string;
  /** Shopify's digests of the fields as we last saw them; null where there was none. */
  tierDigest: string | null;
  standingDigest: string | null;
}

/**
 * The tags a customer should carry: no labels for customers not ranked, none at all while tags are off. A tier set by hand
 * may be without a group.
 */
function wantedTags({ tags, prefix }: PublishedFamilies): Prisma.Sql {
  return tags
    ? Prisma.sql`array_remove(ARRAY[${tagOf(prefix, "tier", "")} || s.tier_key, ${tagOf(prefix, "group", "")} || s.group_key], NULL)
        || coalesce(g.tags, '{}')`
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

/** Narrows `of.customer_id` to whom is looked at. */
function isAmong({ among }: PublishedFamilies, of: Prisma.Sql): Prisma.Sql {
  return among ? Prisma.sql`AND ${of}.customer_id = ANY(${among}::bigint[])` : Prisma.empty;
}

/** The tags of the merchant's own published groups, by member. */
function listTags(shop: string, families: PublishedFamilies): Prisma.Sql {
  return Prisma.sql`
    SELECT m.customer_id, array_agg(${tagOf(families.prefix, "list", "")} || c.key) AS tags
    FROM custom_group c JOIN custom_group_member m ON m.shop = c.shop AND m.group_id = c.id
    WHERE c.shop = ${shop} AND c.publish_tag ${isAmong(families, Prisma.sql`m`)} GROUP BY m.customer_id`;
}

/** Whoever is in a bulk write of these steps waits for its end. */
function isUnderWay(...steps: BulkStep[]): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM bulk_line l
    WHERE l.shop = s.shop AND l.step = ANY(${steps}) AND l.customer_id = s.customer_id)`;
}

/** Of whom: those who are not set aside, those set aside for one problem, or everybody. */
export function standingsBesideLedger(
  shop: string,
  families: PublishedFamilies,
  whom: "not-set-aside" | "everybody" | { setAsideFor: string } = "not-set-aside",
): Prisma.Sql {
  const isMeant = whoseProblem(whom);
  return Prisma.sql`
    SELECT s.*, ${wantedTags(families)} AS wanted_tags, ${wantedHash(families)} AS wanted_hash,
           coalesce(p.possible_tags, '{}') AS possible_tags, coalesce(p.confirmed_tags, '{}') AS confirmed_tags,
           p.metafields_hash, p.tier_digest, p.standing_digest, p.problem, p.written_at,
           ${isUnderWay("add-tags", "remove-tags")} AS tags_under_way,
           ${isUnderWay("set-metafields", "delete-metafields")} AS fields_under_way
    FROM standing s LEFT JOIN publication p ON p.shop = s.shop AND p.customer_id = s.customer_id
      LEFT JOIN (${listTags(shop, families)}) AS g ON g.customer_id = s.customer_id
    WHERE s.shop = ${shop} AND ${isMeant} ${isAmong(families, Prisma.sql`s`)}`;
}

function whoseProblem(whom: Parameters<typeof standingsBesideLedger>[2]): Prisma.Sql {
  if (typeof whom === "object") return Prisma.sql`p.problem = ${whom.setAsideFor}`;
  // Said so that the planner knows how many that are: taken for a few, they would be joined one by one.
  return whom === "everybody" ? Prisma.sql`TRUE` : Prisma.sql`p.problem IS NULL`;
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
    WHERE NOT wanted_tags <@ confirmed_tags AND NOT tags_under_way ORDER BY customer_id LIMIT ${most}`;
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
    WHERE wanted_tags <@ confirmed_tags AND NOT possible_tags <@ wanted_tags AND NOT tags_under_way
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
           monetary_score AS "monetaryScore", value_e4 AS "valueE4", counted_orders AS "countedOrders",
           net_minor_units AS "netMinorUnits", window_orders AS "windowOrders",
           window_net_minor_units AS "windowNetMinorUnits", wanted_hash AS hash,
           tier_digest AS "tierDigest", standing_digest AS "standingDigest"
    FROM (${standingsBesideLedger(shop, families)}) AS b
    WHERE wanted_hash IS NOT NULL AND wanted_hash IS DISTINCT FROM metafields_hash AND NOT fields_under_way
    ORDER BY customer_id LIMIT ${most}`;
}

/** Customers whose fields must go: not ranked any more, or fields were turned off. */
export async function listMetafieldsToDelete(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  most: number,
): Promise<{ customerId: bigint }[]> {
  return db.$queryRaw<{ customerId: bigint }[]>`
    SELECT customer_id AS "customerId" FROM (${standingsBesideLedger(shop, families)}) AS b
    WHERE wanted_hash IS NULL AND metafields_hash IS NOT NULL AND NOT fields_under_way
    ORDER BY customer_id LIMIT ${most}`;
}

/** How many customers each step can write now, and how many tags can be taken off once the new ones are there. */
export interface Outstanding {
  ready: Record<BulkStep, number>;
  removalsLater: number;
}

export async function countOutstanding(
  db: Database,
  shop: string,
  families: PublishedFamilies,
): Promise<Outstanding> {
  const [row] = await db.$queryRaw<(Record<BulkStep, number> & { removalsLater: number })[]>`
    SELECT count(*) FILTER (WHERE lacks AND NOT tags_under_way)::int AS "add-tags",
           count(*) FILTER (WHERE exceeds AND NOT lacks AND NOT tags_under_way)::int AS "remove-tags",
           count(*) FILTER (WHERE exceeds AND lacks)::int AS "removalsLater",
           count(*) FILTER (WHERE stale AND wanted_hash IS NOT NULL AND NOT fields_under_way)::int AS "set-metafields",
           count(*) FILTER (WHERE stale AND wanted_hash IS NULL AND NOT fields_under_way)::int AS "delete-metafields"
    FROM (SELECT NOT wanted_tags <@ confirmed_tags AS lacks, NOT possible_tags <@ wanted_tags AS exceeds,
                 wanted_hash IS DISTINCT FROM metafields_hash AS stale, wanted_hash, tags_under_way, fields_under_way
          FROM (${standingsBesideLedger(shop, families)}) AS b) AS w`;
  const { removalsLater, ...ready } = row ?? { ...nothing, removalsLater: 0 };
  return { ready, removalsLater };
}

const nothing = { "add-tags": 0, "remove-tags": 0, "set-metafields": 0, "delete-metafields": 0 };

export interface Waiting {
  tags: number;
  metafields: number;
  /** Who waits for either. */
  customers: number;
}

/** How many customers Shopify does not show yet as we want it. */
export async function countWaiting(
  db: Database,
  shop: string,
  families: PublishedFamilies,
): Promise<Waiting> {
  const [row] = await db.$queryRaw<Waiting[]>`
    SELECT count(*) FILTER (WHERE tags)::int AS tags, count(*) FILTER (WHERE metafields)::int AS metafields,
           count(*) FILTER (WHERE tags OR metafields)::int AS customers
    FROM (SELECT NOT wanted_tags <@ confirmed_tags OR NOT possible_tags <@ wanted_tags AS tags,
                 wanted_hash IS DISTINCT FROM metafields_hash AS metafields
          FROM (${standingsBesideLedger(shop, families)}) AS b) AS w`;
  return row ?? { tags: 0, metafields: 0, customers: 0 };
}

/** How many customers of each run wait, of runs of whose customers anybody does. */
export async function countWaitingByRun(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  runIds: readonly string[],
): Promise<Map<string, number>> {
  if (runIds.length === 0 || !(families.tags || families.metafields)) return new Map();
  const rows = await db.$queryRaw<{ runId: string; waiting: number }[]>`
    WITH waiting AS MATERIALIZED (
      SELECT customer_id FROM (${standingsBesideLedger(shop, families)}) AS b
      WHERE NOT wanted_tags <@ confirmed_tags OR NOT possible_tags <@ wanted_tags
         OR wanted_hash IS DISTINCT FROM metafields_hash)
    SELECT run_id::text AS "runId", count(DISTINCT customer_id)::int AS waiting
    FROM decision JOIN waiting USING (customer_id)
    WHERE shop = ${shop} AND run_id = ANY(${runIds}::uuid[]) AND family <> 'automatic' AND EXISTS (SELECT FROM waiting)
    GROUP BY run_id`;
  return new Map(rows.map(({ runId, waiting }) => [runId, waiting]));
}

export interface PlannedWrite {
  customerId: bigint;
  tagsOn: string[];
  tagsOff: string[];
  fields: "write" | "delete" | "";
}

/** What would be written to customers, in the order of their ids, from after `after`. */
export async function listPlanned(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  after: bigint,
  most: number,
): Promise<PlannedWrite[]> {
  return db.$queryRaw<PlannedWrite[]>`
    SELECT customer_id AS "customerId",
           array(SELECT unnest(wanted_tags) EXCEPT SELECT unnest(confirmed_tags)) AS "tagsOn",
           array(SELECT unnest(possible_tags) EXCEPT SELECT unnest(wanted_tags)) AS "tagsOff",
           CASE WHEN wanted_hash IS NOT DISTINCT FROM metafields_hash THEN ''
                WHEN wanted_hash IS NULL THEN 'delete' ELSE 'write' END AS fields
    FROM (${standingsBesideLedger(shop, families)}) AS b
    WHERE customer_id > ${after} AND (NOT wanted_tags <@ confirmed_tags OR NOT possible_tags <@ wanted_tags
      OR wanted_hash IS DISTINCT FROM metafields_hash)
    ORDER BY customer_id LIMIT ${most}`;
}
