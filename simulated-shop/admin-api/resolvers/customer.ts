import { displayNameOf, type Customer } from "../../world/customer.ts";
import { amountSpentMinorOf, countedOrdersOf } from "../../world/customer-statistics.ts";
import type { Order } from "../../world/order.ts";
import { Connection, compareKeys, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { orderKeyBy, type OrderSortKey } from "../search/order-sort-keys.ts";
import { orderFilters } from "../search/order-filters.ts";
import { compileSearch } from "../search/search-filter.ts";
import { metafieldOwnerFields } from "./metafield.ts";
import { moneyV2 } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText } from "./scalar-text.ts";

type OrdersArgs = ConnectionArgs & { query?: string | null; sortKey: OrderSortKey };

export const customerResolvers = {
  ...nodeFields,
  ...metafieldOwnerFields,
  displayName: displayNameOf,
  firstName: ({ firstName }: Customer) => textOrNull(firstName),
  lastName: ({ lastName }: Customer) => textOrNull(lastName),
  email: ({ email }: Customer) => textOrNull(email),
  defaultEmailAddress: (customer: Customer) =>
    customer.email === ""
      ? null
      : {
          emailAddress: customer.email,
          marketingState: customer.acceptsMarketing ? "SUBSCRIBED" : "NOT_SUBSCRIBED",
          validFormat: /^[^@\s]+@[^@\s]+$/.test(customer.email),
        },
  defaultAddress: ({ countryCode }: Customer) =>
    countryCode === "" ? null : { countryCodeV2: countryCode },
  note: ({ note }: Customer) => note,
  tags: ({ tags }: Customer) => tags,
  state: () => "DISABLED",
  createdAt: ({ createdAtMs }: Customer) => dateTimeText(createdAtMs),
  updatedAt: ({ updatedAtMs }: Customer) => dateTimeText(updatedAtMs),
  numberOfOrders: (customer: Customer) => String(countedOrdersOf(customer)),
  amountSpent: (customer: Customer, _args: unknown, { shop }: RequestContext) =>
    moneyV2(shop.world, amountSpentMinorOf(customer)),
  lastOrder: ({ orders }: Customer) => orders.at(-1) ?? null,
  orders: ({ orders }: Customer, args: OrdersArgs, context: RequestContext) => {
    const keyOf = orderKeyBy(args.sortKey);
    const found =
      args.query == null
        ? orders
        : orders.filter(compileSearch(args.query, orderFilters, "orders", context));
    return new Connection<Order>(
      [...found].sort((a, b) => compareKeys(keyOf(a), keyOf(b))),
      args,
      keyOf,
    );
  },
} satisfies TypeResolvers;

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}
