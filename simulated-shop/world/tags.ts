/** At most this many tags on one object ("Tags cannot be more than 250"). */
export const MAX_TAGS = 250;
/** Longer tags are refused ("Tags is too long (maximum is 255 characters)"). */
export const MAX_TAG_CHARACTERS = 255;

/**
 * Shopify's reading of a tag list: each entry split at commas, trimmed, blanks dropped, duplicates dropped ignoring
 * case with the first spelling winning (SHOPIFY-FACTS §7.4).
 */
export function normalizeTags(tags: readonly string[]): string[] {
  const bySpelling = new Map<string, string>();
  for (const entry of tags) {
    for (const part of entry.split(",")) {
      const tag = part.trim();
      const key = tag.toLowerCase();
      if (tag !== "" && !bySpelling.has(key)) bySpelling.set(key, tag);
    }
  }
  return [...bySpelling.values()];
}

/** Sorted ignoring case, as Shopify returns tags. */
export function sortTags(tags: readonly string[]): string[] {
  return [...tags].sort((a, b) => compareText(a.toLowerCase(), b.toLowerCase()));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function sameTag(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** Does the list hold this tag, ignoring case? Written without a second list: it runs per customer and segment. */
export function hasTag(tags: readonly string[], lowerCaseTag: string): boolean {
  for (const tag of tags)
    if (tag.length === lowerCaseTag.length && tag.toLowerCase() === lowerCaseTag) return true;
  return false;
}
