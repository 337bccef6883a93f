import { discountStatusAt, type Discount } from "../../world/discount.ts";
import type { World } from "../../world/world.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { metafieldOwnerFields } from "./metafield.ts";
import { moneyV2 } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText, optionalDateTimeText } from "./scalar-text.ts";

/** `DiscountNode` and `DiscountAutomaticNode`: both print the id of the type the discount was created as. */
export const discountNodeResolvers = {
  ...metafieldOwnerFields,
  id: nodeFields.id,
  discount: (discount: Discount, _args: unknown, { shop }: RequestContext) =>
    automaticBasicView(shop.world, discount),
} satisfies TypeResolvers;

export const discountAutomaticNodeResolvers = {
  ...metafieldOwnerFields,
  id: nodeFields.id,
  automaticDiscount: discountNodeResolvers.discount,
} satisfies TypeResolvers;

/** A `DiscountAutomaticBasic`, by property. */
function automaticBasicView(world: World, discount: Discount) {
  return {
    __typename: "DiscountAutomaticBasic",
    title: discount.title,
    status: discountStatusAt(discount, world.clock.nowMs()),
    startsAt: dateTimeText(discount.startsAtMs),
    endsAt: optionalDateTimeText(discount.endsAtMs),
    createdAt: dateTimeText(discount.createdAtMs),
    updatedAt: dateTimeText(discount.updatedAtMs),
    asyncUsageCount: 0,
    discountClasses: ["ORDER"],
    tags: discount.tags,
    combinesWith: discount.combinesWith,
    context: contextView(world, discount),
    customerGets: {
      appliesOnOneTimePurchase: true,
      appliesOnSubscription: false,
      items: { __typename: "AllDiscountItems", allItems: true },
      value: valueView(world, discount),
    },
    minimumRequirement: minimumView(world, discount),
  };
}

function contextView(world: World, { context }: Discount) {
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

function valueView(world: World, { value }: Discount) {
  return value.kind === "percentage"
    ? { __typename: "DiscountPercentage", percentage: value.fraction }
    : {
        __typename: "DiscountAmount",
        amount: moneyV2(world, value.amountMinor),
        appliesOnEachItem: value.appliesOnEachItem,
      };
}

function minimumView(world: World, { minimum }: Discount) {
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

function present<Value>(values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}
