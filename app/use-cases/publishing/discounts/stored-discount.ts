import { z } from "zod";
import type { DiscountRow } from "../../../persistence/discounts.ts";
import type { TagFamily } from "../../../persistence/label-tags.ts";
import type { Shop } from "../../../persistence/shops.ts";
import { termsSchema, type Terms } from "./terms.ts";

export type DiscountState = "running" | "paused" | "ended";
export type EndReason = "by-hand" | "label-deleted" | "gone-in-shopify";

/** What Shopify has confirmed of a discount. */
export interface Published {
  terms: Terms;
  state: "running" | "paused";
  segmentId: bigint;
}

export interface StoredDiscount {
  id: string;
  family: TagFamily;
  labelKey: string;
  terms: Terms;
  state: DiscountState;
  endReason: EndReason | null;
  shopifyId: bigint | null;
  published: Published | null;
  redemptions: number;
  problem: string | null;
  createdAt: Date;
  changedAt: Date;
}

const publishedSchema = z.object({
  terms: termsSchema,
  state: z.enum(["running", "paused"]),
  segmentId: z.string().regex(/^\d+$/).transform(BigInt),
});
const rowSchema = z.object({
  family: z.enum(["tier", "group", "list"]),
  terms: termsSchema,
  state: z.enum(["running", "paused", "ended"]),
  endReason: z.enum(["by-hand", "label-deleted", "gone-in-shopify"]).nullable(),
  published: publishedSchema.nullable(),
});

/** Throws when an older version of the app has stored what this one cannot read. */
export function storedDiscountOf(row: DiscountRow): StoredDiscount {
  const { id, labelKey, shopifyId, redemptions, problem, createdAt, changedAt } = row;
  const parsed = rowSchema.parse(row);
  return { id, labelKey, shopifyId, redemptions, problem, createdAt, changedAt, ...parsed };
}

/** As it is stored. */
export function publishedJson({ terms, state, segmentId }: Published) {
  return { terms, state, segmentId: String(segmentId) };
}

/** Nothing is to be done about it in Shopify, or nothing can be until the merchant has changed something. */
export function isDiscountInStep(
  { state, terms, shopifyId, published, problem }: StoredDiscount,
  shop: Pick<Shop, "publishDiscounts" | "publishSegments">,
): boolean {
  const isWanted = shop.publishDiscounts && shop.publishSegments && state !== "ended";
  if (!isWanted) return shopifyId === null;
  if (problem !== null) return true;
  if (state === "paused") return published === null || published.state === "paused";
  return (
    published?.state === "running" && JSON.stringify(published.terms) === JSON.stringify(terms)
  );
}
