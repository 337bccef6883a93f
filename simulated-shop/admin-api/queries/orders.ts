import { GraphQLError } from "graphql";
import { parseGid } from "../../world/gid.ts";
import type { Order } from "../../world/order.ts";
import { orderIfVisible, orderVisibility, visibleOrders } from "../access/visible-orders.ts";
import { Connection, compareKeys, type ConnectionArgs } from "../connections/connection.ts";
import { ordersBy } from "../connections/orderings.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { orderFilters } from "../search/order-filters.ts";
import { cursorStyleOf, orderKeyBy, orderMomentOf } from "../search/order-sort-keys.ts";
import { readId } from "../search/search-filter.ts";
import { searchRows } from "../search/search-rows.ts";
import { limitCount, type CountArgs } from "./count.ts";

export type OrdersArgs = ConnectionArgs & { query?: string | null; sortKey: string };

export const orderQueries = {
  order: (_root: unknown, { id }: { id: string }, context: RequestContext) =>
    findOrder(id, context),
  orderByIdentifier: (
    _root: unknown,
    { identifier }: { identifier: { id?: string; customId?: unknown } },
    context: RequestContext,
  ) => {
    if (identifier.id === undefined) throw customIdsUndefined();
    return findOrder(identifier.id, context);
  },
  orders: (_root: unknown, args: OrdersArgs, context: RequestContext) =>
    connectOrders(ordersBy(context.shop.world, args.sortKey), args, "orders", context),
  ordersCount: (_root: unknown, { limit, query }: CountArgs, context: RequestContext) => {
    const { world } = context.shop;
    if (!query && orderVisibility(context.shop) === null)
      return limitCount(world.orders.size, limit);
    const sorted = visibleOrders(context.shop, ordersBy(world, "PROCESSED_AT"));
    const rows = query
      ? findOrders(sorted, query, "PROCESSED_AT", "ordersCount", context).rows
      : sorted;
    return limitCount(rows.length, limit);
  },
} satisfies TypeResolvers;

function findOrder(id: string, { shop }: RequestContext): Order | null {
  const gid = parseGid(id);
  return gid?.type === "Order" ? orderIfVisible(shop, shop.world.orders.get(gid.id)) : null;
}

/** A connection over some orders, which are sorted already. */
export function connectOrders(
  sorted: readonly Order[],
  args: OrdersArgs,
  rootField: string,
  context: RequestContext,
): Connection<Order> {
  const keyOf = orderKeyBy(args.sortKey);
  const visible = visibleOrders(context.shop, sorted);
  const cursorStyle = cursorStyleOf(args.sortKey, Boolean(args.query));
  if (!args.query) return new Connection(visible, args, keyOf, { cursorStyle });
  const { rows, isUnsorted } = findOrders(visible, args.query, args.sortKey, rootField, context);
  const inOrder = isUnsorted ? [...rows].sort((a, b) => compareKeys(keyOf(a), keyOf(b))) : rows;
  return new Connection(inOrder, args, keyOf, { cursorStyle });
}

/** The orders a search finds among those visible to the app. */
function findOrders(
  sorted: readonly Order[],
  query: string,
  sortKey: string,
  rootField: string,
  context: RequestContext,
) {
  const { world } = context.shop;
  return searchRows<Order>(
    query,
    {
      sorted,
      sortedBy: orderMomentOf(sortKey),
      filters: orderFilters(world),
      rootField,
      lookUp: (field, value) => {
        const id = readId(value);
        if (field === "id" && id !== null)
          return visibleOrders(context.shop, present(world.orders.get(id)));
        if (field === "customer_id" && id !== null)
          return visibleOrders(context.shop, world.customers.get(id)?.orders ?? []);
        return null;
      },
    },
    context,
  );
}

function present<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}

/** No shop of ours defines metafields of type `id`, which custom ids need. */
export function customIdsUndefined(): GraphQLError {
  return new GraphQLError("Metafield definition of type 'id' is required when using custom ids.", {
    extensions: { code: "NOT_FOUND" },
  });
}
