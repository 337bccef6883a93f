import { discountStatusAt, type Discount } from "../../world/discount.ts";
import { parseGid } from "../../world/gid.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { CursorKey } from "../connections/cursor.ts";
import { sortedRows } from "../connections/sorted-rows.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { unansweredError } from "../schema/unanswered.ts";
import {
  byId,
  byMoment,
  byText,
  compileSearch,
  type SearchFilters,
} from "../search/search-filter.ts";
import { countOf, type CountArgs } from "./count.ts";

const VALUE_BY_SORT_KEY: Readonly<Record<string, (discount: Discount) => string | number>> = {
  ID: ({ id }) => id,
  RELEVANCE: ({ id }) => id,
  CREATED_AT: ({ createdAtMs }) => createdAtMs,
  UPDATED_AT: ({ updatedAtMs }) => updatedAtMs,
  STARTS_AT: ({ startsAtMs }) => startsAtMs,
  TITLE: ({ title }) => title.toLowerCase(),
};

export const discountQueries = {
  discountNode: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(id);
    return gid?.type.startsWith("Discount") === true
      ? (shop.world.discounts.get(gid.id) ?? null)
      : null;
  },
  discountNodes: (
    _root: unknown,
    args: ConnectionArgs & { query?: string | null; sortKey: string },
    context: RequestContext,
  ) => {
    const valueOf = VALUE_BY_SORT_KEY[args.sortKey];
    if (valueOf === undefined) throw unansweredError("DiscountSortKeys", args.sortKey);
    const keyOf = (discount: Discount): CursorKey => ({
      id: discount.id,
      value: valueOf(discount),
    });
    const sorted = sortedRows<Discount>(
      context.shop.world,
      `discounts by ${args.sortKey}`,
      context.shop.world.discounts,
      keyOf,
    );
    const rows = args.query
      ? sorted.filter(compileSearch(args.query, filtersFor(context), "discountNodes", context))
      : sorted;
    return new Connection(rows, args, keyOf);
  },
  discountNodesCount: (_root: unknown, args: CountArgs, context: RequestContext) =>
    countOf(context.shop.world.discounts, args, filtersFor(context), "discountNodesCount", context),
} satisfies TypeResolvers;

function filtersFor({ shop }: RequestContext): SearchFilters<Discount> {
  return {
    byField: {
      id: byId(({ id }) => id),
      title: byText(({ title }) => title),
      method: byText(() => "automatic"),
      status: byText((discount) => discountStatusAt(discount, shop.world.clock.nowMs())),
      starts_at: byMoment("starts_at", ({ startsAtMs }) => startsAtMs),
      ends_at: byMoment("ends_at", ({ endsAtMs }) => endsAtMs),
      created_at: byMoment("created_at", ({ createdAtMs }) => createdAtMs),
      updated_at: byMoment("updated_at", ({ updatedAtMs }) => updatedAtMs),
    },
    freeText:
      (word) =>
      ({ title }) =>
        title.toLowerCase().includes(word),
  };
}
