/** The discounts of a shop: what the merchant wants, and what of it Shopify has confirmed. Few, so one by one. */
import { Prisma, type Discount } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type DiscountRow = Discount;

/** Oldest first. */
export async function listDiscounts(db: Database, shop: string): Promise<DiscountRow[]> {
  return db.discount.findMany({ where: { shop }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
}

/** Those that Shopify gives, or would if they were not paused. */
export async function listDiscountsInShopify(db: Database, shop: string): Promise<DiscountRow[]> {
  return db.discount.findMany({ where: { shop, shopifyId: { not: null } } });
}

export async function findDiscount(
  db: Database,
  shop: string,
  id: string,
): Promise<DiscountRow | null> {
  return db.discount.findUnique({ where: { shop_id: { shop, id } } });
}

export interface NewDiscount {
  id: string;
  family: string;
  labelKey: string;
  terms: Prisma.InputJsonValue;
}

export async function insertDiscount(
  db: Database,
  shop: string,
  { id, family, labelKey, terms }: NewDiscount,
  at: Date,
): Promise<void> {
  const dates = { createdAt: at, changedAt: at };
  await db.discount.create({
    data: { shop, id, family, labelKey, terms, state: "running", ...dates },
  });
}

export interface DiscountWish {
  family?: string;
  labelKey?: string;
  terms?: Prisma.InputJsonValue;
  state?: string;
  endReason?: string | null;
}

/** What the merchant changed. A change is a new reason to try what Shopify refused. */
export async function changeDiscount(
  db: Database,
  shop: string,
  id: string,
  wish: DiscountWish,
  at: Date,
): Promise<void> {
  const data = { ...wish, problem: null, changedAt: at };
  await db.discount.updateMany({ where: { shop, id }, data });
}

/** What Shopify has confirmed; null = it is not there (any more). */
export async function confirmDiscount(
  db: Database,
  shop: string,
  id: string,
  held: { shopifyId: bigint; published: Prisma.InputJsonValue } | null,
): Promise<void> {
  const data = held ?? { shopifyId: null, published: Prisma.DbNull };
  await db.discount.updateMany({ where: { shop, id }, data: { ...data, problem: null } });
}

/** Unless the merchant has changed it since it was sent as of `changedAt`: then it is tried again. */
export async function noteDiscountProblem(
  db: Database,
  shop: string,
  { id, changedAt }: Pick<DiscountRow, "id" | "changedAt">,
  problem: string,
): Promise<void> {
  await db.discount.updateMany({ where: { shop, id, changedAt }, data: { problem } });
}

export async function noteRedemptions(
  db: Database,
  shop: string,
  id: string,
  redemptions: number,
): Promise<void> {
  await db.discount.updateMany({ where: { shop, id }, data: { redemptions } });
}

export async function deleteDiscountRow(db: Database, shop: string, id: string): Promise<void> {
  await db.discount.deleteMany({ where: { shop, id } });
}
