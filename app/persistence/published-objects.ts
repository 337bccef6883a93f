/** Segments we made in a shop: few, so read and written one by one. */
import type { PublishedSegment } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type { PublishedSegment };

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
