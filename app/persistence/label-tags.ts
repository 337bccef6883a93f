/** The tags by which customers carry their labels in Shopify: PREFIX:family:key. */

import { z } from "zod";

/** Until the merchant chooses another. */
export const usualTagPrefix = "echelon";

/** `list`: the merchant's own groups, of which a customer can be in any number. */
export const tagFamilySchema = z.enum(["tier", "group", "list"]);
export type TagFamily = z.infer<typeof tagFamilySchema>;

export function tagOf(prefix: string, family: TagFamily, labelKey: string): string {
  return `${prefix}:${family}:${labelKey}`;
}

/** Whether a tag is built like ours. Shopify compares tags without regard to case, and keeps the spelling that came first. */
export function hasFormOfOurs(tag: string, prefix: string): boolean {
  const [first, family, ...key] = tag.toLowerCase().split(":");
  return (
    first === prefix &&
    tagFamilySchema.safeParse(family).success &&
    key.length > 0 &&
    !tag.includes(",")
  );
}
