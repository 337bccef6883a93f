import { amountSpentMinorOf, countedOrdersOf } from "../../world/customer-statistics.ts";
import { displayNameOf, type Customer } from "../../world/customer.ts";
import { rfmGroupOf } from "../../world/rfm-groups.ts";
import { visibleOrders } from "../access/visible-orders.ts";
import { compareKeys, Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { connectOrders, type OrdersArgs } from "../queries/orders.ts";
import { orderKeyBy } from "../search/order-sort-keys.ts";
import {
  emailAddressOf,
  emailMarketingConsentOf,
  hasValidFormat,
  phoneNumberOf,
} from "./customer-contact.ts";
import { durationText } from "./duration-text.ts";
import { addressOfCustomer } from "./mailing-address.ts";
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
  phone: ({ rare }: Customer) => rare?.phone ?? null,
  defaultEmailAddress: emailAddressOf,
  defaultPhoneNumber: phoneNumberOf,
  emailMarketingConsent: emailMarketingConsentOf,
  validEmailAddress: hasValidFormat,
  // As for customers made in the admin or through the API: nobody here confirms an address.
  verifiedEmail: () => true,
  defaultAddress: addressOfCustomer,
  addresses: (customer: Customer, { first }: { first?: number | null }) =>
    addressesOf(customer).slice(0, first ?? undefined),
  addressesV2: (customer: Customer, args: ConnectionArgs) =>
    new Connection(addressesOf(customer), args, () => ({ id: customer.id, value: customer.id }), {
      cursorStyle: "id",
    }),
  note: ({ note }: Customer) => note,
  tags: ({ tags }: Customer) => tags,
  state: () => "DISABLED",
  locale: ({ rare }: Customer) => rare?.locale ?? "en",
  taxExempt: ({ rare }: Customer) => rare?.taxExempt ?? false,
  taxExemptions: () => [],
  dataSaleOptOut: () => false,
  multipassIdentifier: () => null,
  productSubscriberStatus: () => "NEVER_SUBSCRIBED",
  companyContactProfiles: () => [],
  canDelete: ({ orders }: Customer) => orders.length === 0,
  mergeable: ({ rare }: Customer) => ({
    isMergeable: rare?.hasGiftCard !== true,
    errorFields: rare?.hasGiftCard === true ? ["GIFT_CARDS"] : [],
    mergeInProgress: null,
    reason: null,
  }),
  createdAt: ({ createdAtMs }: Customer) => dateTimeText(createdAtMs),
  updatedAt: ({ updatedAtMs }: Customer) => dateTimeText(updatedAtMs),
  lifetimeDuration: ({ createdAtMs }: Customer, _args: unknown, { shop }: RequestContext) =>
    durationText(shop.world.clock.nowMs() - createdAtMs),
  numberOfOrders: (customer: Customer) => String(countedOrdersOf(customer)),
  amountSpent: (customer: Customer, _args: unknown, { shop }: RequestContext) =>
    moneyV2(shop.world, amountSpentMinorOf(customer)),
  statistics: (customer: Customer) => customer,
  lastOrder: ({ orders }: Customer, _args: unknown, { shop }: RequestContext) =>
    visibleOrders(shop, orders).at(-1) ?? null,
  orders: ({ orders }: Customer, args: OrdersArgs, context: RequestContext) => {
    const keyOf = orderKeyBy(args.sortKey);
    const sorted = [...orders].sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
    return connectOrders(sorted, args, "orders", context);
  },
} satisfies TypeResolvers;

export const customerStatisticsResolvers = {
  rfmGroup: (customer: Customer, _args: unknown, { shop }: RequestContext) =>
    rfmGroupOf(shop.world, customer),
  /** Shopify's prediction, which cannot be known here: null, as where Shopify has not predicted. */
  predictedSpendTier: () => null,
} satisfies TypeResolvers;

function addressesOf(customer: Customer) {
  const address = addressOfCustomer(customer);
  return address === null ? [] : [address];
}

function textOrNull(text: string): string | null {
  return text === "" ? null : text;
}
