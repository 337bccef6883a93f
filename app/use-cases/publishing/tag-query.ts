/** Whoever carries one of the tags, in Shopify's segment language. Tags of ours hold no quotation mark. */
export function queryOfTags(tags: readonly string[]): string {
  return tags.map((tag) => `customer_tags CONTAINS '${tag}'`).join(" OR ");
}
