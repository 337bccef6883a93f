import type { ShopifyGroupReading } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";

export type { ShopifyGroupReading };

export async function readShopifyGroupReading(
  db: Database,
  shop: string,
): Promise<ShopifyGroupReading | null> {
  return db.shopifyGroupReading.findUnique({ where: { shop } });
}

/** A reading is wanted; one that is under way goes on. */
export async function noteReadingWanted(db: Database, shop: string, at: Date): Promise<void> {
  await db.shopifyGroupReading.upsert({
    where: { shop },
    create: { shop, askedAt: at },
    update: { askedAt: at },
  });
}

export async function noteReading(
  db: Database,
  shop: string,
  facts: Partial<Pick<ShopifyGroupReading, "operationId" | "readAt">>,
): Promise<void> {
  await db.shopifyGroupReading.updateMany({ where: { shop }, data: facts });
}

/** Shops that once asked for it and whose last reading is older than a moment. */
export async function listReadingsBefore(db: Database, moment: Date): Promise<string[]> {
  const rows = await db.shopifyGroupReading.findMany({
    where: { readAt: { lt: moment } },
    select: { shop: true },
  });
  return rows.map(({ shop }) => shop);
}

export async function forgetShopifyGroups(tx: Transaction, shop: string): Promise<void> {
  await tx.shopifyGroup.deleteMany({ where: { shop } });
}

/** Of customers we have a standing of; of nobody else it is kept. */
export async function insertShopifyGroups(
  tx: Transaction,
  shop: string,
  rows: readonly { customerId: bigint; group: string }[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO shopify_group (shop, customer_id, group_key)
    SELECT s.shop, s.customer_id, g.key
    FROM unnest(${rows.map((row) => row.customerId)}::bigint[], ${rows.map((row) => row.group)}::text[]) AS g (id, key)
    JOIN standing s ON s.shop = ${shop} AND s.customer_id = g.id
    ON CONFLICT DO NOTHING`;
}

export interface CrossedGroups {
  group: string;
  shopifyGroup: string;
  recency: number;
  frequency: number;
  monetary: number;
  customers: number;
}

/** Ranked customers by our group, Shopify's and their scores. */
export async function crossShopifyGroups(db: Database, shop: string): Promise<CrossedGroups[]> {
  return db.$queryRaw<CrossedGroups[]>`
    SELECT s.group_key AS "group", g.group_key AS "shopifyGroup", s.recency_score AS recency,
           s.frequency_score AS frequency, s.monetary_score AS monetary, count(*)::int AS customers
    FROM standing s JOIN shopify_group g ON g.shop = s.shop AND g.customer_id = s.customer_id
    WHERE s.shop = ${shop} AND s.group_key IS NOT NULL AND s.recency_score IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5`;
}

/** One customer's, with the scores it is compared by; null where Shopify's is not known. */
export async function findShopifyGroup(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<(Omit<CrossedGroups, "group" | "customers"> & { group: string | null }) | null> {
  const [row] = await db.$queryRaw<
    (Omit<CrossedGroups, "group" | "customers"> & { group: string | null })[]
  >`
    SELECT s.group_key AS "group", g.group_key AS "shopifyGroup", coalesce(s.recency_score, 0) AS recency,
           coalesce(s.frequency_score, 0) AS frequency, coalesce(s.monetary_score, 0) AS monetary
    FROM shopify_group g JOIN standing s ON s.shop = g.shop AND s.customer_id = g.customer_id
    WHERE g.shop = ${shop} AND g.customer_id = ${customerId}`;
  return row ?? null;
}
