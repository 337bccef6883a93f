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

type SegmentFacts = Pick<
  PublishedSegment,
  "shop" | "family" | "labelKey" | "segmentId" | "name" | "query"
>;

export async function savePublishedSegment(db: Database, segment: SegmentFacts): Promise<void> {
  const { shop, family, labelKey } = segment;
  await db.publishedSegment.upsert({
    where: { shop_family_labelKey: { shop, family, labelKey } },
    create: segment,
    update: segment,
  });
}

/** What was noticed about a segment in Shopify, and what the merchant decided about it. */
export type SegmentNotice = Partial<
  Pick<
    PublishedSegment,
    "name" | "query" | "foundName" | "foundAt" | "keepsName" | "goneAt" | "isLeft"
  >
>;

export async function noteSegment(
  db: Database,
  { shop, family, labelKey }: Pick<PublishedSegment, "shop" | "family" | "labelKey">,
  notice: SegmentNotice,
): Promise<void> {
  await db.publishedSegment.updateMany({ where: { shop, family, labelKey }, data: notice });
}

export async function findPublishedSegment(
  db: Database,
  shop: string,
  segmentId: bigint,
): Promise<PublishedSegment | null> {
  return db.publishedSegment.findFirst({ where: { shop, segmentId } });
}

export async function deletePublishedSegment(
  db: Database,
  { shop, family, labelKey }: Pick<PublishedSegment, "shop" | "family" | "labelKey">,
): Promise<void> {
  await db.publishedSegment.deleteMany({ where: { shop, family, labelKey } });
}
