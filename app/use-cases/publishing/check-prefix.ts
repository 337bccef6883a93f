import { z } from "zod";
import { countWrittenTags } from "../../persistence/tag-prefixes.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { countSegmentMembers, listCustomerTags } from "../../shopify/customer-tags.ts";
import { ShopifyCallFailed } from "../../shopify/shopify-call-failed.ts";
import type { App } from "../app.ts";
import { tagsWith } from "./label-tags-of-shop.ts";
import { queryOfTags } from "./tag-query.ts";

/**
 * Letters and digits, with blanks, points, underscores and hyphens between them: no comma, which Shopify takes for the
 * end of a tag, no colon, which parts ours, and no quotation mark, which ends a text in a segment's query. Shopify
 * compares tags without regard to case, so it is kept in small letters. A label's key has 50 letters at most, so that
 * PREFIX:group:KEY stays well below Shopify's 255.
 */
export const tagPrefixSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "empty")
  .max(100, "too-long")
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ._-]*[\p{L}\p{N}\p{M}])?$/u, "characters");

/** Each asks a segment for one more clause per label, and Shopify takes ten. */
const mostFormerPrefixes = 4;

export type CheckedPrefix =
  | {
      kind: "fits";
      prefix: string;
      /** Tags that begin with it and are not ours: as far as Shopify lists the shop's tags. */
      others: string[];
    }
  | {
      kind: "refused";
      problem:
        "empty" | "too-long" | "characters" | "taken" | "changed-too-often" | "shopify-silent";
      /** Of "taken": tags that would be ours, and how many customers carry them by others. */
      taken: { tag: string; customers: number }[];
    };

/**
 * Whether tags of ours may begin with this. Not where somebody else gave customers the very tags we would give: nobody
 * could tell whose they are.
 */
export async function checkPrefix(app: App, shop: Shop, input: unknown): Promise<CheckedPrefix> {
  const parsed = tagPrefixSchema.safeParse(input);
  if (!parsed.success) return refused(problemOf(parsed.error.issues[0]?.message));
  const prefix = parsed.data;
  if (prefix === shop.tagPrefix) return { kind: "fits", prefix, others: [] };
  const former = shop.formerTagPrefixes.filter((each) => each !== prefix);
  if (former.length >= mostFormerPrefixes) return refused("changed-too-often");
  try {
    const admin = await app.adminOf(shop.shop);
    const { tags, isWhole } = await listCustomerTags(admin);
    const ours = await tagsWith(app, shop, prefix);
    const given = new Set(tags.map((tag) => tag.toLowerCase()));
    const doubtful = ours.filter((tag) => !isWhole || given.has(tag));
    const taken = await countTaken(app, shop, admin, doubtful);
    if (taken.length > 0) return { ...refused("taken"), taken };
    const beginning = tags.filter((tag) => tag.toLowerCase().startsWith(`${prefix}:`));
    const written = await countWrittenTags(app.db, shop.shop, beginning.map(lower));
    const others = beginning.filter(
      (tag) => !written.has(lower(tag)) && !ours.includes(lower(tag)),
    );
    return { kind: "fits", prefix, others };
  } catch (error) {
    if (error instanceof ShopifyCallFailed) return refused("shopify-silent");
    throw error;
  }
}

async function countTaken(
  app: App,
  shop: Shop,
  admin: AdminClient,
  tags: readonly string[],
): Promise<{ tag: string; customers: number }[]> {
  if (tags.length === 0) return [];
  const written = await countWrittenTags(app.db, shop.shop, tags);
  const taken: { tag: string; customers: number }[] = [];
  for (const tag of tags) {
    const customers =
      (await countSegmentMembers(admin, queryOfTags([tag]))) - (written.get(tag) ?? 0);
    if (customers > 0) taken.push({ tag, customers });
  }
  return taken;
}

function refused(problem: Extract<CheckedPrefix, { kind: "refused" }>["problem"]) {
  return { kind: "refused" as const, problem, taken: [] };
}

function problemOf(message: string | undefined) {
  return message === "empty" || message === "too-long" ? message : "characters";
}

function lower(tag: string): string {
  return tag.toLowerCase();
}
