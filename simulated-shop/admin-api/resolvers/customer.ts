import { displayNameOf, type Customer } from "../../world/customer.ts";
import { amountSpentMinorOf, countedOrdersOf } from "../../world/customer-statistics.ts";
import { compareKeys } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { orderKeyBy } from "../search/order-sort-keys.ts";
import { connectOrders, type OrdersArgs } from "../queries/orders.ts";
import { metafieldOwnerFields } from "./metafield.ts";
import { moneyV2 } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText } from "./scalar-text.ts";

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
    const sorted = [...orders].sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
    return connectOrders(sorted, args, "orders", context);
  },
} satisfies TypeResolvers;

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}
