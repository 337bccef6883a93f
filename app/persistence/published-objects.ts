/** Segments and discounts we made in a shop: few, so read and written one by one. */
import type { PublishedDiscount, PublishedSegment } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type { PublishedDiscount, PublishedSegment };

export async function listPublishedSegments(
  db: Database,
  shop: string,
): Promise<PublishedSegment[]> {
  return db.publishedSegment.findMany({ where: { shop } });
}

export async function savePublishedSegment(db: Database, segment: PublishedSegment): Promise<void> {
  const { shop, family, labelKey } = segment;
  await db.publishedSegment.upsert({
    where: { shop_family_labelKey: { shop, family, labelKey } },
    create: segment,
    update: segment,
  });
}

export async function deletePublishedSegment(
  db: Database,
  { shop, family, labelKey }: PublishedSegment,
): Promise<void> {
  await db.publishedSegment.deleteMany({ where: { shop, family, labelKey } });
}

export async function listPublishedDiscounts(
  db: Database,
  shop: string,
): Promise<PublishedDiscount[]> {
  return db.publishedDiscount.findMany({ where: { shop } });
}

export async function savePublishedDiscount(
  db: Database,
  discount: PublishedDiscount,
): Promise<void> {
  const { shop, tierKey } = discount;
  await db.publishedDiscount.upsert({
    where: { shop_tierKey: { shop, tierKey } },
    create: discount,
    update: discount,
  });
}

export async function deletePublishedDiscount(
  db: Database,
  { shop, tierKey }: PublishedDiscount,
): Promise<void> {
  await db.publishedDiscount.deleteMany({ where: { shop, tierKey } });
}
