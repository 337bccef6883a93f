import type { Collection } from "../../world/collection.ts";
import { parseGid } from "../../world/gid.ts";
import { Connection, compareKeys, type ConnectionArgs } from "../connections/connection.ts";
import type { CursorKey } from "../connections/cursor.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { compileSearch } from "../search/compile-search.ts";
import { matchesWord } from "../search/match-words.ts";
import { cursorStyleOf } from "../search/order-sort-keys.ts";
import { byId, byMoment, byText, type SearchFilters } from "../search/search-filter.ts";
import { countOf, type CountArgs } from "./count.ts";

export type CollectionsArgs = ConnectionArgs & {
  query?: string | null;
  savedSearchId?: string | null;
  sortKey: string;
};

const filters: SearchFilters<Collection> = {
  byField: {
    id: byId(({ id }) => id),
    title: byText(({ title }) => title),
    handle: byText(({ handle }) => handle),
    updated_at: byMoment("updated_at", ({ updatedAtMs }) => updatedAtMs),
    // All of this shop are made by hand.
    collection_type: byText(() => "custom"),
    product_id: (value) => (collection) => collection.productIds.includes(Number(value)),
  },
  freeText: (word) => (collection) => matchesWord(word, [collection.title, collection.handle]),
  unanswered: new Set(["published_at", "published_status", "publishable_status"]),
};

const VALUE_BY_SORT_KEY: Readonly<Record<string, (collection: Collection) => string | number>> = {
  ID: ({ id }) => id,
  RELEVANCE: () => 1,
  TITLE: ({ title }) => title.toLowerCase(),
  UPDATED_AT: ({ updatedAtMs }) => updatedAtMs,
};

export const collectionQueries = {
  collection: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(id);
    return gid?.type === "Collection" ? (shop.world.collections.get(gid.id) ?? null) : null;
  },
  collectionByHandle: (_root: unknown, args: { handle: string }, { shop }: RequestContext) =>
    [...shop.world.collections.values()].find(({ handle }) => handle === args.handle) ?? null,
  collections: (_root: unknown, args: CollectionsArgs, context: RequestContext) =>
    connectCollections([...context.shop.world.collections.values()], args, "collections", context),
  collectionsCount: (_root: unknown, args: CountArgs, context: RequestContext) =>
    countOf(context.shop.world.collections, args, filters, "collectionsCount", context),
} satisfies TypeResolvers;

/** Some of the shop's collections, searched and sorted as asked for. */
export function connectCollections(
  collections: readonly Collection[],
  args: CollectionsArgs,
  field: string,
  context: RequestContext,
): Connection<Collection> {
  if (args.savedSearchId != null) throw unansweredError("QueryRoot.collections", "savedSearchId");
  const keyOf = collectionKeyBy(args.sortKey);
  const sorted = collections.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
  const rows = args.query
    ? sorted.filter(compileSearch(args.query, filters, field, context))
    : sorted;
  return new Connection(rows, args, keyOf, {
    cursorStyle: cursorStyleOf(args.sortKey, Boolean(args.query)),
  });
}

function collectionKeyBy(sortKey: string): (collection: Collection) => CursorKey {
  const valueOf = VALUE_BY_SORT_KEY[sortKey];
  if (valueOf === undefined) throw unansweredError("CollectionSortKeys", sortKey);
  return (collection) => ({ id: collection.id, value: valueOf(collection) });
}
