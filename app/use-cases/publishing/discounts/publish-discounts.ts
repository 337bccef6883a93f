import {
  changeDiscount,
  confirmDiscount,
  listDiscounts,
  noteDiscountProblem,
  noteRedemptions,
} from "../../../persistence/discounts.ts";
import { listPublishedSegments } from "../../../persistence/published-objects.ts";
import {
  activateDiscount,
  createDiscount,
  deactivateDiscount,
  deleteDiscount,
  findRecentDiscount,
  readDiscount,
  updateDiscount,
  type DiscountResult,
} from "../../../shopify/discounts/discounts.ts";
import { methodOf, type SegmentDiscount } from "../../../shopify/discounts/discount-terms.ts";
import type { PublishingAll } from "../publishing.ts";
import { readWantedSegments } from "../wanted-labels.ts";
import {
  publishedJson,
  storedDiscountOf,
  type Published,
  type StoredDiscount,
} from "./stored-discount.ts";
import { termsForShopify } from "./terms-for-shopify.ts";

/**
 * Brings every discount of the shop to what the merchant wants. One that Shopify refuses is noted with its reason and
 * left alone until something changes; the others go on. Deletes in Shopify what must not be there: a segment is only
 * deleted when no discount is bound to it.
 */
export async function publishDiscounts(publishing: PublishingAll): Promise<void> {
  const { app, shop, program, signal } = publishing;
  const labels = await readWantedSegments(app, shop.shop, program);
  const made = await listPublishedSegments(app.db, shop.shop);
  const segments = made.filter(({ goneAt }) => goneAt === null);
  const isOn = shop.publishDiscounts && shop.publishSegments;
  for (const row of await listDiscounts(app.db, shop.shop)) {
    signal.throwIfAborted();
    let discount = storedDiscountOf(row);
    const { family, labelKey } = discount;
    const hasLabel = labels.some((label) => label.family === family && label.key === labelKey);
    if (!hasLabel && discount.state !== "ended") {
      discount = { ...discount, state: "ended", endReason: "label-deleted" };
      const { state, endReason } = discount;
      await changeDiscount(app.db, shop.shop, discount.id, { state, endReason }, new Date());
    }
    const segment = segments.find((each) => each.family === family && each.labelKey === labelKey);
    if (!isOn || discount.state === "ended" || segment === undefined)
      await takeAway(publishing, discount);
    else if (discount.problem === null)
      await bringAbout(publishing, discount, discount.state, segment.segmentId);
  }
}

/** The tag by which we know a discount of ours again. */
export function discountTagOf({ id }: Pick<StoredDiscount, "id">): string {
  return `echelon:discount:${id}`;
}

/** How many have used it stays known. */
async function takeAway(
  { app, shop, admin }: PublishingAll,
  discount: StoredDiscount,
): Promise<void> {
  const { id, shopifyId, published } = discount;
  if (shopifyId === null) return;
  const held = await readDiscount(admin, shopifyId);
  if (held !== null) {
    await noteRedemptions(app.db, shop.shop, id, held.redemptions);
    const terms = termsForShopify((published ?? discount).terms, shop);
    const result = await deleteDiscount(admin, methodOf(terms), shopifyId);
    if (result.kind === "refused") throw new Error(`discount ${id}: ${result.message}`);
  }
  await confirmDiscount(app.db, shop.shop, id, null);
}

async function bringAbout(
  publishing: PublishingAll,
  discount: StoredDiscount,
  state: Published["state"],
  segmentId: bigint,
): Promise<void> {
  const { published } = discount;
  const wanted: Published = { terms: discount.terms, state, segmentId };
  if (published === null || discount.shopifyId === null) {
    if (state === "running") await create(publishing, discount, wanted);
    return;
  }
  // What is paused is told of changes when it begins again: telling it now would begin it.
  if (state === "paused") {
    if (published.state !== "paused") {
      const { method } = published.terms;
      const result = await deactivateDiscount(publishing.admin, method.kind, discount.shopifyId);
      await settle(publishing, discount, { ...published, state }, result);
    }
    return;
  }
  if (JSON.stringify(publishedJson(wanted)) === JSON.stringify(publishedJson(published))) return;
  // Shopify keeps the method and the kind of a discount for life.
  if (kindOf(wanted) !== kindOf(published)) {
    await takeAway(publishing, discount);
    await create(publishing, discount, wanted);
    return;
  }
  await update(publishing, discount, discount.shopifyId, wanted, published);
}

/** Creates it, unless a publication that was killed has: then that one is brought up to date. */
async function create(
  publishing: PublishingAll,
  discount: StoredDiscount,
  wanted: Published,
): Promise<void> {
  const { admin } = publishing;
  const offered = offeredAs(publishing, discount, wanted);
  const left = await findRecentDiscount(admin, discountTagOf(discount));
  if (left === null) {
    await settle(publishing, discount, wanted, await createDiscount(admin, offered));
    return;
  }
  await settle(
    publishing,
    discount,
    wanted,
    await updateDiscount(admin, left.discountId, offered, offered),
  );
}

async function update(
  publishing: PublishingAll,
  discount: StoredDiscount,
  shopifyId: bigint,
  wanted: Published,
  published: Published,
): Promise<void> {
  const { admin } = publishing;
  if (published.state === "paused") {
    const begun = await activateDiscount(admin, published.terms.method.kind, shopifyId);
    if (begun.kind !== "saved") return settle(publishing, discount, wanted, begun);
  }
  const former = offeredAs(publishing, discount, published);
  const offered = offeredAs(publishing, discount, wanted);
  const result = await updateDiscount(admin, shopifyId, offered, former);
  await settle(publishing, discount, wanted, result);
}

/** Enters what became of a change. Whoever deleted it in Shopify meant it: it is not made again by itself. */
async function settle(
  { app, shop }: PublishingAll,
  discount: StoredDiscount,
  wanted: Published,
  result: DiscountResult,
): Promise<void> {
  const { id } = discount;
  switch (result.kind) {
    case "saved":
      return confirmDiscount(app.db, shop.shop, id, {
        shopifyId: result.discountId,
        published: publishedJson(wanted),
      });
    case "gone":
      await confirmDiscount(app.db, shop.shop, id, null);
      return changeDiscount(
        app.db,
        shop.shop,
        id,
        { state: "ended", endReason: "gone-in-shopify" },
        new Date(),
      );
    case "refused":
      app.log.info({ shop: shop.shop, discount: id }, "Shopify refused a discount");
      return noteDiscountProblem(app.db, shop.shop, discount, result.message);
  }
}

function offeredAs(
  { shop }: PublishingAll,
  discount: StoredDiscount,
  { terms, segmentId }: Published,
): SegmentDiscount {
  return { terms: termsForShopify(terms, shop), segmentId, tag: discountTagOf(discount) };
}

/** Shopify's six kinds. */
function kindOf({ terms: { method, offer } }: Published): string {
  const rule = offer.kind === "percentage" || offer.kind === "amount" ? "basic" : offer.kind;
  return `${method.kind} ${rule}`;
}
