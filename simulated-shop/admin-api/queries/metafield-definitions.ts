import type { MetafieldDefinition } from "../../world/metafield-definition.ts";
import { expandNamespace } from "../app-namespace.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { CursorKey } from "../connections/cursor.ts";
import { sortedRows } from "../connections/sorted-rows.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import {
  lookUpDefinition,
  type DefinitionIdentifier,
} from "../mutations/metafields/metafield-definition-rules.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { compileSearch } from "../search/compile-search.ts";
import { byId, byText, type SearchFilters } from "../search/search-filter.ts";

type DefinitionsArgs = ConnectionArgs & {
  ownerType: string;
  namespace?: string | null;
  key?: string | null;
  pinnedStatus: "ANY" | "PINNED" | "UNPINNED";
  query?: string | null;
  sortKey: string;
};

const filters: SearchFilters<MetafieldDefinition> = {
  byField: {
    id: byId(({ id }) => id),
    key: byText(({ key }) => key),
    name: byText(({ name }) => name),
    namespace: byText(({ namespace }) => namespace),
    owner_type: byText(({ ownerType }) => ownerType),
    type: byText(({ type }) => type),
  },
  freeText: (word) => (definition) => definition.name.toLowerCase().includes(word),
};

const VALUE_BY_SORT_KEY: Readonly<
  Record<string, (definition: MetafieldDefinition) => CursorKey["value"]>
> = {
  ID: ({ id }) => id,
  NAME: ({ name }) => name.toLowerCase(),
  // Shopify shows what was pinned last first.
  PINNED_POSITION: ({ pinnedPosition }) => -(pinnedPosition ?? 0),
  RELEVANCE: ({ id }) => id,
};

export const metafieldDefinitionQueries = {
  metafieldDefinition: (
    _root: unknown,
    args: { id?: string | null; identifier?: DefinitionIdentifier | null },
    { shop }: RequestContext,
  ) => lookUpDefinition(shop, args) ?? null,
  metafieldDefinitions: (_root: unknown, args: DefinitionsArgs, context: RequestContext) => {
    const { world, config } = context.shop;
    const valueOf = VALUE_BY_SORT_KEY[args.sortKey];
    if (valueOf === undefined) throw unansweredError("MetafieldDefinitionSortKeys", args.sortKey);
    const keyOf = (definition: MetafieldDefinition): CursorKey => ({
      id: definition.id,
      value: valueOf(definition),
    });
    const namespace =
      args.namespace == null ? null : expandNamespace(args.namespace, config.clientId);
    const matches = args.query
      ? compileSearch(args.query, filters, "metafieldDefinitions", context)
      : () => true;
    const rows = sortedRows<MetafieldDefinition>(
      world,
      `metafield definitions by ${args.sortKey}`,
      world.metafieldDefinitions,
      keyOf,
    ).filter(
      (definition) =>
        definition.ownerType === args.ownerType &&
        (namespace === null || definition.namespace === namespace) &&
        (args.key == null || definition.key === args.key) &&
        (args.pinnedStatus === "ANY" ||
          (definition.pinnedPosition !== null) === (args.pinnedStatus === "PINNED")) &&
        matches(definition),
    );
    return new Connection(rows, args, keyOf);
  },
} satisfies TypeResolvers;
