import { parseGid } from "../../world/gid.ts";
import type { Order } from "../../world/order.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import { sortedRows } from "../connections/sorted-rows.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { countOf, type CountArgs } from "./count.ts";
import { orderFilters } from "../search/order-filters.ts";
import { orderKeyBy } from "../search/order-sort-keys.ts";
import { compileSearch } from "../search/search-filter.ts";

type OrdersArgs = ConnectionArgs & { query?: string | null; sortKey: string };

export const orderQueries = {
  order: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(id);
    return gid?.type === "Order" ? (shop.world.orders.get(gid.id) ?? null) : null;
  },
  orders: (_root: unknown, args: OrdersArgs, context: RequestContext) => {
    const keyOf = orderKeyBy(args.sortKey);
    const sorted = sortedRows<Order>(
      context.shop.world,
      `orders by ${args.sortKey}`,
      context.shop.world.orders,
      keyOf,
    );
    const rows = args.query
      ? sorted.filter(compileSearch(args.query, orderFilters, "orders", context))
      : sorted;
    return new Connection(rows, args, keyOf);
  },
  ordersCount: (_root: unknown, args: CountArgs, context: RequestContext) =>
    countOf(context.shop.world.orders, args, orderFilters, "ordersCount", context),
} satisfies TypeResolvers;
