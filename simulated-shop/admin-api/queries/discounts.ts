import { isAutomatic, type Discount } from "../../world/discount.ts";
import { findDiscountByCode } from "../../world/discount-actions.ts";
import { parseGid } from "../../world/gid.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { CursorKey } from "../connections/cursor.ts";
import { sortedRows } from "../connections/sorted-rows.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { discountFiltersFor } from "../search/discount-filters.ts";
import { compileSearch } from "../search/compile-search.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { countOf, type CountArgs } from "./count.ts";

type NodesArgs = ConnectionArgs & { query?: string | null; sortKey: string };

const VALUE_BY_SORT_KEY: Readonly<Record<string, (discount: Discount) => string | number>> = {
  ID: ({ id }) => id,
  RELEVANCE: ({ id }) => id,
  CREATED_AT: ({ createdAtMs }) => createdAtMs,
  UPDATED_AT: ({ updatedAtMs }) => updatedAtMs,
  STARTS_AT: ({ startsAtMs }) => startsAtMs,
  ENDS_AT: ({ endsAtMs }) => endsAtMs ?? Number.MAX_SAFE_INTEGER,
  TITLE: ({ title }) => title.toLowerCase(),
};

const isCode = (discount: Discount): boolean => !isAutomatic(discount);

export const discountQueries = {
  discountNode: node("Discount", () => true),
  codeDiscountNode: node("DiscountCodeNode", isCode),
  automaticDiscountNode: node("DiscountAutomaticNode", isAutomatic),
  codeDiscountNodeByCode: (_root: unknown, { code }: { code: string }, { shop }: RequestContext) =>
    findDiscountByCode(shop.world, code) ?? null,
  discountNodes: nodes("discountNodes", () => true),
  codeDiscountNodes: nodes("codeDiscountNodes", isCode),
  automaticDiscountNodes: nodes("automaticDiscountNodes", isAutomatic),
  discountNodesCount: (_root: unknown, args: CountArgs, context: RequestContext) =>
    countOf(
      context.shop.world.discounts,
      args,
      discountFiltersFor(context),
      "discountNodesCount",
      context,
    ),
} satisfies TypeResolvers;

/** `discountNode` and its kin: null when there is none or it is of the other sort. */
function node(typePrefix: string, isWanted: (discount: Discount) => boolean) {
  return (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(id);
    const discount =
      gid?.type.startsWith(typePrefix) === true ? shop.world.discounts.get(gid.id) : undefined;
    return discount !== undefined && isWanted(discount) ? discount : null;
  };
}

/** `discountNodes` and its kin. */
function nodes(rootField: string, isWanted: (discount: Discount) => boolean) {
  return (_root: unknown, args: NodesArgs, context: RequestContext) => {
    const valueOf = VALUE_BY_SORT_KEY[args.sortKey];
    if (valueOf === undefined) throw unansweredError("DiscountSortKeys", args.sortKey);
    const keyOf = (discount: Discount): CursorKey => ({
      id: discount.id,
      value: valueOf(discount),
    });
    const { world } = context.shop;
    const test = args.query
      ? compileSearch(args.query, discountFiltersFor(context), rootField, context)
      : () => true;
    const rows = sortedRows<Discount>(
      world,
      `discounts by ${args.sortKey}`,
      world.discounts,
      keyOf,
    ).filter((discount) => isWanted(discount) && test(discount));
    return new Connection(rows, args, keyOf);
  };
}
