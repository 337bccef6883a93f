/** Customers whom others have changed in Shopify, and who are left so until the merchant decides. */
import type { Drift } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";
import { standingsBesideLedger, type PublishedFamilies } from "./publication-wishes.ts";

export type DriftRow = Drift;

/** Why such a customer is set aside: neither written nor counted as waiting. */
export const changedInShopify = "changed-in-shopify";

export interface Expected {
  customerId: bigint;
  wantedTags: string[];
  /** By the ledger. */
  possibleTags: string[];
  tierDigest: string | null;
  standingDigest: string | null;
}

/**
 * What Shopify should show of a random sample of those who are in step by the ledger and of whom there is something to
 * show; and of how many.
 */
export async function sampleInStep(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  most: number,
  seed: string,
): Promise<{ base: number; sample: Expected[] }> {
  const [counted] = await db.$queryRaw<{ base: number }[]>`
    SELECT count(*)::int AS base FROM (${standingsBesideLedger(shop, families)}) AS b
    WHERE wanted_tags = '{}' IS FALSE OR wanted_hash IS NOT NULL`;
  const sample = await db.$queryRaw<Expected[]>`
    SELECT customer_id AS "customerId", wanted_tags AS "wantedTags", possible_tags AS "possibleTags",
           tier_digest AS "tierDigest", standing_digest AS "standingDigest"
    FROM (${standingsBesideLedger(shop, families)}) AS b
    WHERE (wanted_tags = '{}' IS FALSE OR wanted_hash IS NOT NULL) AND NOT tags_under_way AND NOT fields_under_way
      AND wanted_tags <@ confirmed_tags AND possible_tags <@ wanted_tags
      AND wanted_hash IS NOT DISTINCT FROM metafields_hash
    ORDER BY md5(customer_id::text || ${seed}) LIMIT ${most}`;
  return { base: counted?.base ?? 0, sample };
}

/** What Shopify should show of those whom a webhook named. */
export async function listNoticed(
  db: Database,
  shop: string,
  families: PublishedFamilies,
  most: number,
): Promise<Expected[]> {
  return db.$queryRaw<Expected[]>`
    SELECT b.customer_id AS "customerId", wanted_tags AS "wantedTags", possible_tags AS "possibleTags",
           tier_digest AS "tierDigest", standing_digest AS "standingDigest"
    FROM (${standingsBesideLedger(shop, families, { setAsideFor: changedInShopify })}) AS b
    JOIN drift d ON d.shop = ${shop} AND d.customer_id = b.customer_id
    WHERE NOT d.is_compared ORDER BY b.customer_id LIMIT ${most}`;
}

/** A webhook said that somebody changed a tag of ours: the customer is left alone until we have looked. */
export async function noticeDrift(
  db: Database,
  shop: string,
  customerId: bigint,
  at: Date,
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO drift AS d
      (shop, customer_id, expected_tags, found_tags, fields_differ, noticed_by, noticed_at, is_compared)
    SELECT s.shop, s.customer_id, '{}', '{}', false, 'webhook', ${at}, false
    FROM standing s WHERE s.shop = ${shop} AND s.customer_id = ${customerId}
    ON CONFLICT (shop, customer_id) DO UPDATE SET is_compared = false`;
}

export interface Difference {
  customerId: bigint;
  expectedTags: string[];
  foundTags: string[];
  fieldsDiffer: boolean;
}

/** What a look has found. `noticedAt` and by what stay as they were first. */
export async function saveDrift(
  db: Database,
  shop: string,
  { customerId, expectedTags, foundTags, fieldsDiffer }: Difference,
  at: Date,
): Promise<void> {
  const facts = { expectedTags, foundTags, fieldsDiffer, isCompared: true, leftAt: null };
  await db.drift.upsert({
    where: { shop_customerId: { shop, customerId } },
    create: { shop, customerId, ...facts, noticedBy: "check", noticedAt: at },
    update: facts,
  });
}

/** Forgets differences and has the customers written again; of everybody when no ids are given. Returns of how many. */
export async function dropDrifts(
  db: Database,
  shop: string,
  customerIds: readonly bigint[] | null,
): Promise<number> {
  const who = customerIds === null ? {} : { customerId: { in: [...customerIds] } };
  const where = { shop, ...who };
  await db.publication.updateMany({
    where: { ...where, problem: changedInShopify },
    data: { problem: null },
  });
  const { count } = await db.drift.deleteMany({ where });
  return count;
}

export async function leaveDrifts(
  db: Database,
  shop: string,
  customerIds: readonly bigint[] | null,
  at: Date,
): Promise<number> {
  const who = customerIds === null ? {} : { customerId: { in: [...customerIds] } };
  const { count } = await db.drift.updateMany({
    where: { shop, isCompared: true, leftAt: null, ...who },
    data: { leftAt: at },
  });
  return count;
}

/** A new decision about a customer ends what was left: whoever is not set aside any more has no difference. */
export async function dropDecidedDrifts(db: Database, shop: string): Promise<void> {
  await db.$executeRaw`
    DELETE FROM drift d WHERE d.shop = ${shop} AND NOT EXISTS (
      SELECT FROM publication p
      WHERE p.shop = d.shop AND p.customer_id = d.customer_id AND p.problem = ${changedInShopify})`;
}

export interface DriftTotals {
  open: number;
  left: number;
  tagsMissing: number;
  tagsExtra: number;
}

export async function totalDrifts(db: Database, shop: string): Promise<DriftTotals> {
  const [row] = await db.$queryRaw<DriftTotals[]>`
    SELECT count(*) FILTER (WHERE left_at IS NULL)::int AS open, count(left_at)::int AS left,
           coalesce(sum(cardinality(array(SELECT unnest(expected_tags) EXCEPT SELECT unnest(found_tags))))
             FILTER (WHERE left_at IS NULL), 0)::int AS "tagsMissing",
           coalesce(sum(cardinality(array(SELECT unnest(found_tags) EXCEPT SELECT unnest(expected_tags))))
             FILTER (WHERE left_at IS NULL), 0)::int AS "tagsExtra"
    FROM drift WHERE shop = ${shop} AND is_compared`;
  return row ?? { open: 0, left: 0, tagsMissing: 0, tagsExtra: 0 };
}

/** In the order of ids, from after `after`. */
export async function listDrifts(
  db: Database,
  shop: string,
  after: bigint,
  most: number,
): Promise<DriftRow[]> {
  return db.drift.findMany({
    where: { shop, isCompared: true, customerId: { gt: after } },
    orderBy: { customerId: "asc" },
    take: most,
  });
}
