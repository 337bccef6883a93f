import type {
  Discount,
  DiscountItems,
  DiscountMinimum,
  DiscountRule,
  DiscountValue,
} from "../../world/discount.ts";
import { formatDecimal } from "../../world/money.ts";
import type { World } from "../../world/world.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import { moneyV2 } from "./money-bag.ts";
import { variantViewOf } from "./product.ts";

/** `context`. */
export function contextView(world: World, { context }: Discount) {
  switch (context.kind) {
    case "all":
      return { __typename: "DiscountBuyerSelectionAll", all: "ALL" };
    case "customer-segments":
      return {
        __typename: "DiscountCustomerSegments",
        segments: present(context.segmentIds.map((id) => world.segments.get(id))),
      };
    case "customers":
      return {
        __typename: "DiscountCustomers",
        customers: present(context.customerIds.map((id) => world.customers.get(id))),
      };
  }
}

/** `customerSelection`, the older form of the same. */
export function customerSelectionView(world: World, discount: Discount) {
  return discount.context.kind === "all"
    ? { __typename: "DiscountCustomerAll", allCustomers: true }
    : contextView(world, discount);
}

/** `customerGets`. */
export function customerGetsView(world: World, { rule, ...discount }: Discount) {
  if (rule.kind === "free-shipping") return null;
  return {
    appliesOnOneTimePurchase: discount.appliesOnOneTimePurchase,
    appliesOnSubscription: discount.appliesOnSubscription,
    items: itemsView(world, rule.kind === "bxgy" ? rule.getsItems : rule.items),
    value:
      rule.kind === "bxgy"
        ? {
            __typename: "DiscountOnQuantity",
            quantity: { quantity: String(rule.getsQuantity) },
            effect: valueView(world, rule.effect),
          }
        : valueView(world, rule.value),
  };
}

/** `customerBuys` of "Buy X get Y". */
export function customerBuysView(world: World, { rule }: Discount) {
  if (rule.kind !== "bxgy") return null;
  const { buys } = rule;
  return {
    isOneTimePurchase: true,
    isSubscription: false,
    items: itemsView(world, rule.buysItems),
    value:
      buys.kind === "quantity"
        ? { __typename: "DiscountQuantity", quantity: String(buys.quantity) }
        : {
            __typename: "DiscountPurchaseAmount",
            amount: formatDecimal(buys.amountMinor, world.shop.currencyCode),
          },
  };
}

/** `minimumRequirement`. */
export function minimumView(world: World, minimum: DiscountMinimum | null) {
  if (minimum === null) return null;
  return minimum.kind === "subtotal"
    ? {
        __typename: "DiscountMinimumSubtotal",
        greaterThanOrEqualToSubtotal: moneyV2(world, minimum.amountMinor),
      }
    : {
        __typename: "DiscountMinimumQuantity",
        greaterThanOrEqualToQuantity: String(minimum.quantity),
      };
}

/** `destinationSelection` of free shipping. */
export function destinationView(rule: DiscountRule) {
  if (rule.kind !== "free-shipping") return null;
  const { destination } = rule;
  return destination.kind === "all"
    ? { __typename: "DiscountCountryAll", allCountries: true }
    : {
        __typename: "DiscountCountries",
        countries: destination.countryCodes,
        includeRestOfWorld: destination.includesRestOfWorld,
      };
}

/** The products of a `DiscountProducts`; its resolvers make the connections. */
export type DiscountProductsView = {
  readonly __typename: "DiscountProducts";
  readonly world: World;
  readonly items: Extract<DiscountItems, { kind: "products" }>;
};

export const discountProductsResolvers = {
  products: ({ world, items }: DiscountProductsView, args: ConnectionArgs) =>
    new Connection(
      present(items.productIds.map((id) => world.products.get(id))),
      args,
      ({ id }) => ({
        id,
        value: id,
      }),
    ),
  productVariants: ({ world, items }: DiscountProductsView, args: ConnectionArgs) =>
    new Connection(
      [...world.products.values()]
        .filter(({ variantId }) => items.variantIds.includes(variantId))
        .map(variantViewOf),
      args,
      ({ id }) => ({ id, value: id }),
    ),
};

/** The collections of a `DiscountCollections`; one that was deleted is none. */
export type DiscountCollectionsView = {
  readonly __typename: "DiscountCollections";
  readonly world: World;
  readonly items: Extract<DiscountItems, { kind: "collections" }>;
};

export const discountCollectionsResolvers = {
  collections: ({ world, items }: DiscountCollectionsView, args: ConnectionArgs) =>
    new Connection(
      present(items.collectionIds.map((id) => world.collections.get(id))),
      args,
      ({ id }) => ({ id, value: id }),
    ),
};

function itemsView(world: World, items: DiscountItems) {
  switch (items.kind) {
    case "all":
      return { __typename: "AllDiscountItems", allItems: true };
    case "collections":
      return { __typename: "DiscountCollections", world, items };
    case "products":
      return { __typename: "DiscountProducts", world, items };
  }
}

function valueView(world: World, value: DiscountValue) {
  return value.kind === "percentage"
    ? { __typename: "DiscountPercentage", percentage: value.fraction }
    : {
        __typename: "DiscountAmount",
        amount: moneyV2(world, value.amountMinor),
        appliesOnEachItem: value.appliesOnEachItem,
      };
}

function present<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}
