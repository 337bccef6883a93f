import type { Customer } from "../../world/customer.ts";
import { parseGid } from "../../world/gid.ts";
import { Connection, compareKeys, type ConnectionArgs } from "../connections/connection.ts";
import { customersBy } from "../connections/orderings.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { customerCountFilters, customerFilters } from "../search/customer-filters.ts";
import { customerKeyBy, customerMomentOf } from "../search/customer-sort-keys.ts";
import { cursorStyleOf } from "../search/order-sort-keys.ts";
import { readId, type SearchFilters } from "../search/search-filter.ts";
import { searchRows } from "../search/search-rows.ts";
import { limitCount, type CountArgs } from "./count.ts";
import { customIdsUndefined } from "./orders.ts";

type CustomersArgs = ConnectionArgs & { query?: string | null; sortKey: string };

type CustomerIdentifier = {
  id?: string;
  emailAddress?: string;
  phoneNumber?: string;
  customId?: unknown;
};

export const customerQueries = {
  customer: (_root: unknown, { id }: { id: string }, context: RequestContext) =>
    findCustomer(id, context),
  customerByIdentifier: (
    _root: unknown,
    { identifier }: { identifier: CustomerIdentifier },
    context: RequestContext,
  ) => {
    const { id, emailAddress, phoneNumber } = identifier;
    if (id !== undefined) return findCustomer(id, context);
    const { customers } = context.shop.world;
    if (emailAddress !== undefined)
      return findOne(customers, ({ email }) => email.toLowerCase() === emailAddress.toLowerCase());
    if (phoneNumber !== undefined) {
      const wanted = phoneNumber.replace(/[\s()-]/g, "");
      return findOne(customers, ({ rare }) => rare?.phone === wanted);
    }
    throw customIdsUndefined();
  },
  customers: (_root: unknown, args: CustomersArgs, context: RequestContext) => {
    const keyOf = customerKeyBy(args.sortKey);
    const sorted = customersBy(context.shop.world, args.sortKey);
    const cursorStyle = cursorStyleOf(args.sortKey, Boolean(args.query));
    if (!args.query) return new Connection(sorted, args, keyOf, { cursorStyle });
    const { rows, isUnsorted } = findCustomers(
      sorted,
      args.query,
      args.sortKey,
      customerFilters(context.shop.world),
      "customers",
      context,
    );
    const inOrder = isUnsorted ? [...rows].sort((a, b) => compareKeys(keyOf(a), keyOf(b))) : rows;
    return new Connection(inOrder, args, keyOf, { cursorStyle });
  },
  customersCount: (_root: unknown, { limit, query }: CountArgs, context: RequestContext) => {
    const { customers } = context.shop.world;
    if (!query) return limitCount(customers.size, limit);
    const { rows } = findCustomers(
      customersBy(context.shop.world, "ID"),
      query,
      "ID",
      customerCountFilters,
      "customersCount",
      context,
    );
    return limitCount(rows.length, limit);
  },
} satisfies TypeResolvers;

function findCustomer(id: string, { shop }: RequestContext): Customer | null {
  const gid = parseGid(id);
  return gid?.type === "Customer" ? (shop.world.customers.get(gid.id) ?? null) : null;
}

function findCustomers(
  sorted: readonly Customer[],
  query: string,
  sortKey: string,
  filters: SearchFilters<Customer>,
  rootField: string,
  context: RequestContext,
) {
  const { customers, customersByEmail } = context.shop.world;
  return searchRows<Customer>(
    query,
    {
      sorted,
      sortedBy: customerMomentOf(sortKey),
      filters,
      rootField,
      lookUp: (field, value) => {
        if (field === "email") {
          // Addresses are unique; spelt otherwise than here they have to be looked for.
          const known = customersByEmail.get(value);
          return known === undefined ? null : [known];
        }
        const id = field === "id" ? readId(value) : null;
        if (id === null) return null;
        const customer = customers.get(id);
        return customer === undefined ? [] : [customer];
      },
    },
    context,
  );
}

function findOne(
  customers: ReadonlyMap<number, Customer>,
  test: (customer: Customer) => boolean,
): Customer | null {
  for (const customer of customers.values()) if (test(customer)) return customer;
  return null;
}
