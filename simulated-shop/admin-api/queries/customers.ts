import type { Customer } from "../../world/customer.ts";
import { parseGid } from "../../world/gid.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import { sortedRows } from "../connections/sorted-rows.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { customerFilters } from "../search/customer-filters.ts";
import { customerKeyBy } from "../search/customer-sort-keys.ts";
import { compileSearch } from "../search/search-filter.ts";
import { countOf, type CountArgs } from "./count.ts";

type CustomersArgs = ConnectionArgs & { query?: string | null; sortKey: string };

export const customerQueries = {
  customer: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(id);
    return gid?.type === "Customer" ? (shop.world.customers.get(gid.id) ?? null) : null;
  },
  customers: (_root: unknown, args: CustomersArgs, context: RequestContext) => {
    const keyOf = customerKeyBy(args.sortKey);
    const sorted = sortedRows<Customer>(
      context.shop.world,
      `customers by ${args.sortKey}`,
      context.shop.world.customers,
      keyOf,
    );
    const rows = args.query
      ? sorted.filter(compileSearch(args.query, customerFilters, "customers", context))
      : sorted;
    return new Connection(rows, args, keyOf);
  },
  customersCount: (_root: unknown, args: CountArgs, context: RequestContext) =>
    countOf(context.shop.world.customers, args, customerFilters, "customersCount", context),
} satisfies TypeResolvers;
