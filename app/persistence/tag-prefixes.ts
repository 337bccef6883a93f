/** What tags of ours begin with, and how far a change of it is. */
import type { Database } from "./database.ts";
import { standingsBesideLedger, type PublishedFamilies } from "./publication-wishes.ts";

/** Now, and before where customers may carry such tags still. None of an unknown shop. */
export async function readTagPrefixes(db: Database, shop: string): Promise<string[]> {
  const [found] = await db.$queryRaw<{ prefixes: string[] }[]>`
    SELECT array_prepend(tag_prefix, former_tag_prefixes) AS prefixes FROM shop WHERE shop = ${shop}`;
  return found?.prefixes ?? [];
}

/** The one there was becomes a former one; changing back is the same. */
export async function changeTagPrefix(db: Database, shop: string, prefix: string): Promise<void> {
  await db.$executeRaw`
    UPDATE shop SET tag_prefix = ${prefix},
      former_tag_prefixes = array_remove(array_append(former_tag_prefixes, tag_prefix), ${prefix})
    WHERE shop = ${shop} AND tag_prefix <> ${prefix}`;
}

/** Those of the prefixes with which somebody may carry a tag, by the ledger. Looks at everybody. */
export async function listCarriedPrefixes(
  db: Database,
  shop: string,
  prefixes: readonly string[],
): Promise<string[]> {
  if (prefixes.length === 0) return [];
  const rows = await db.$queryRaw<{ prefix: string }[]>`
    SELECT f.prefix FROM unnest(${prefixes}::text[]) WITH ORDINALITY AS f (prefix, place)
    WHERE EXISTS (SELECT FROM publication p, unnest(p.possible_tags) AS t (tag)
      WHERE p.shop = ${shop} AND starts_with(lower(t.tag), f.prefix || ':'))
    ORDER BY f.place`;
  return rows.map(({ prefix }) => prefix);
}

/** Nobody carries a tag with these any more. */
export async function forgetTagPrefixes(
  db: Database,
  shop: string,
  prefixes: readonly string[],
): Promise<void> {
  if (prefixes.length === 0) return;
  await db.$executeRaw`
    UPDATE shop SET former_tag_prefixes =
      array(SELECT f FROM unnest(former_tag_prefixes) AS f WHERE f <> ALL(${prefixes}::text[]))
    WHERE shop = ${shop}`;
}

/** How many customers may carry each of these tags because of us, by the ledger. */
export async function countWrittenTags(
  db: Database,
  shop: string,
  tags: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ tag: string; customers: number }[]>`
    SELECT lower(t.tag) AS tag, count(DISTINCT p.customer_id)::int AS customers
    FROM publication p, unnest(p.possible_tags) AS t (tag)
    WHERE p.shop = ${shop} AND lower(t.tag) = ANY(${tags}::text[]) GROUP BY 1`;
  return new Map(rows.map(({ tag, customers }) => [tag, customers]));
}

export interface TagChanges {
  /** Who gets or loses a tag. */
  customers: number;
  tagsOn: number;
  tagsOff: number;
}

/** What there is to add and to take off. Looks at everybody. */
export async function countTagChanges(
  db: Database,
  shop: string,
  families: PublishedFamilies,
): Promise<TagChanges> {
  const [row] = await db.$queryRaw<TagChanges[]>`
    SELECT count(*) FILTER (WHERE tags_on + tags_off > 0)::int AS customers,
           coalesce(sum(tags_on), 0)::int AS "tagsOn", coalesce(sum(tags_off), 0)::int AS "tagsOff"
    FROM (SELECT cardinality(array(SELECT unnest(wanted_tags) EXCEPT SELECT unnest(confirmed_tags))) AS tags_on,
                 cardinality(array(SELECT unnest(possible_tags) EXCEPT SELECT unnest(wanted_tags))) AS tags_off
          FROM (${standingsBesideLedger(shop, families)}) AS b) AS c`;
  return row ?? { customers: 0, tagsOn: 0, tagsOff: 0 };
}
