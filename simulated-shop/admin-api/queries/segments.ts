import { GraphQLError } from "graphql";
import { parseGid } from "../../world/gid.ts";
import type { Segment } from "../../world/segment.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import { sortedRows } from "../connections/sorted-rows.ts";
import type { CursorKey } from "../connections/cursor.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { compileSearch } from "../search/compile-search.ts";
import { byId, type SearchFilters } from "../search/search-filter.ts";
import { countOf } from "./count.ts";

const filters: SearchFilters<Segment> = {
  byField: {
    id: byId(({ id }) => id),
    name: (value) => (segment) => segment.name.toLowerCase() === value.toLowerCase(),
  },
  freeText: (word) => (segment) => segment.name.toLowerCase().includes(word),
};

const VALUE_BY_SORT_KEY: Readonly<Record<string, (segment: Segment) => number>> = {
  ID: ({ id }) => id,
  RELEVANCE: ({ id }) => id,
  CREATION_DATE: ({ createdAtMs }) => createdAtMs,
  LAST_EDIT_DATE: ({ updatedAtMs }) => updatedAtMs,
};

export const segmentQueries = {
  segment: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(id);
    const segment = gid?.type === "Segment" ? shop.world.segments.get(gid.id) : undefined;
    if (segment === undefined)
      throw new GraphQLError("Segment does not exist", { extensions: { code: "NOT_FOUND" } });
    return segment;
  },
  segments: (
    _root: unknown,
    args: ConnectionArgs & { query?: string | null; sortKey: string },
    context: RequestContext,
  ) => {
    const valueOf = VALUE_BY_SORT_KEY[args.sortKey];
    if (valueOf === undefined) throw unansweredError("SegmentSortKeys", args.sortKey);
    const keyOf = (segment: Segment): CursorKey => ({ id: segment.id, value: valueOf(segment) });
    const sorted = sortedRows<Segment>(
      context.shop.world,
      `segments by ${args.sortKey}`,
      context.shop.world.segments,
      keyOf,
    );
    const rows = args.query
      ? sorted.filter(compileSearch(args.query, filters, "segments", context))
      : sorted;
    return new Connection(rows, args, keyOf);
  },
  segmentsCount: (_root: unknown, args: { limit?: number | null }, context: RequestContext) =>
    countOf(context.shop.world.segments, args, filters, "segmentsCount", context),
} satisfies TypeResolvers;
