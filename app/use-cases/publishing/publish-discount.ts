import {
  deletePublishedDiscount,
  listPublishedDiscounts,
  listPublishedSegments,
  savePublishedDiscount,
} from "../../persistence/published-objects.ts";
import {
  createSegmentDiscount,
  deleteDiscount,
  findRecentDiscount,
  readSegmentDiscount,
  updateSegmentDiscount,
  type DiscountResult,
  type SegmentDiscount,
} from "../../shopify/segment-discounts.ts";
import type { Publishing } from "./publishing.ts";

/** A percentage off for the top tier, given by Shopify itself to whoever is in the tier's segment. */
export async function publishDiscount(publishing: Publishing): Promise<void> {
  const { app, admin } = publishing;
  const { shop } = publishing.shop;
  const wanted = await wantedDiscount(publishing);
  const held = await listPublishedDiscounts(app.db, shop);
  for (const discount of held) {
    if (discount.tierKey === wanted?.tierKey) continue;
    const result = await deleteDiscount(admin, discount.discountId);
    if (result.kind === "refused")
      throw new Error(`discount of ${discount.tierKey}: ${result.message}`);
    await deletePublishedDiscount(app.db, discount);
  }
  if (wanted === null) return;

  const former = held.find((discount) => discount.tierKey === wanted.tierKey);
  const isInStep =
    former?.percent === wanted.percent &&
    former.title === wanted.title &&
    former.segmentId === wanted.segmentId;
  if (isInStep) return;
  const discountId = await bringAbout(publishing, wanted, former?.discountId ?? null);
  await savePublishedDiscount(app.db, { shop, ...wanted, discountId });
}

type WantedDiscount = SegmentDiscount & { tierKey: string };

async function wantedDiscount({ app, shop, program }: Publishing): Promise<WantedDiscount | null> {
  const percent = shop.topTierDiscountPercent;
  const [topTier] = program.tiers;
  if (percent === null || !shop.publishSegments || topTier === undefined) return null;
  const segments = await listPublishedSegments(app.db, shop.shop);
  const segment = segments.find((each) => each.family === "tier" && each.labelKey === topTier.key);
  if (segment === undefined) return null;
  const title = `${topTier.name}: ${String(percent)}% off`;
  return { tierKey: topTier.key, segmentId: segment.segmentId, percent, title };
}

/** Updates the discount we have, or one that a kill left behind; creates it when there is none. */
async function bringAbout(
  { app, admin }: Publishing,
  { tierKey, ...discount }: WantedDiscount,
  formerId: bigint | null,
): Promise<bigint> {
  const held =
    formerId === null
      ? await findRecentDiscount(admin, discount.segmentId)
      : await readSegmentDiscount(admin, formerId);
  const updated = held === null ? null : await updateSegmentDiscount(admin, held, discount);
  if (updated === null || updated.kind === "gone") {
    return idOf(tierKey, await createSegmentDiscount(admin, discount, await app.now()));
  }
  return idOf(tierKey, updated);
}

function idOf(tierKey: string, result: DiscountResult): bigint {
  if (result.kind === "saved") return result.discountId;
  throw new Error(`discount of ${tierKey}: ${result.kind === "gone" ? "gone" : result.message}`);
}
