import {
  discountClassOf,
  discountStatusAt,
  isAutomatic,
  type Discount,
  type RedeemCode,
} from "../../world/discount.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import {
  contextView,
  customerBuysView,
  customerGetsView,
  customerSelectionView,
  destinationView,
  minimumView,
} from "./discount-parts.ts";
import { discountShortSummary, discountSummary } from "./discount-summary.ts";
import { metafieldOwnerFields } from "./metafield.ts";
import { moneyV2 } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText, optionalDateTimeText } from "./scalar-text.ts";

/** A discount as one of the six concrete types. */
type DiscountView = { readonly __typename: string; readonly discount: Discount };

const TYPE_BY_RULE = {
  basic: "Basic",
  "free-shipping": "FreeShipping",
  bxgy: "Bxgy",
} as const;

function viewOf(discount: Discount): DiscountView {
  const method = isAutomatic(discount) ? "Automatic" : "Code";
  return { __typename: `Discount${method}${TYPE_BY_RULE[discount.rule.kind]}`, discount };
}

/** `DiscountNode` and its kin: all print the id of the type the discount was created as. */
const commonNodeFields = { ...metafieldOwnerFields, id: nodeFields.id };
export const discountNodeResolvers = {
  ...commonNodeFields,
  discount: viewOf,
} satisfies TypeResolvers;
export const discountAutomaticNodeResolvers = {
  ...commonNodeFields,
  automaticDiscount: viewOf,
} satisfies TypeResolvers;
export const discountCodeNodeResolvers = {
  ...commonNodeFields,
  codeDiscount: viewOf,
} satisfies TypeResolvers;

export const redeemCodeResolvers = {
  id: nodeFields.id,
  code: ({ code }: RedeemCode) => code,
  asyncUsageCount: ({ usageCount }: RedeemCode) => usageCount,
} satisfies TypeResolvers;

const commonFields = {
  title: ({ discount }: DiscountView) => discount.title,
  status: ({ discount }: DiscountView, _args: unknown, { shop }: RequestContext) =>
    discountStatusAt(discount, shop.world.clock.nowMs()),
  startsAt: ({ discount }: DiscountView) => dateTimeText(discount.startsAtMs),
  endsAt: ({ discount }: DiscountView) => optionalDateTimeText(discount.endsAtMs),
  createdAt: ({ discount }: DiscountView) => dateTimeText(discount.createdAtMs),
  updatedAt: ({ discount }: DiscountView) => dateTimeText(discount.updatedAtMs),
  asyncUsageCount: ({ discount }: DiscountView) => discount.usageCount,
  discountClass: ({ discount }: DiscountView) => discountClassOf(discount),
  discountClasses: ({ discount }: DiscountView) => [discountClassOf(discount)],
  tags: ({ discount }: DiscountView) => discount.tags,
  hasTimelineComment: () => false,
  combinesWith: ({ discount }: DiscountView) => ({
    ...discount.combinesWith,
    productDiscountsWithTagsOnSameCartLine: null,
  }),
  context: ({ discount }: DiscountView, _args: unknown, { shop }: RequestContext) =>
    contextView(shop.world, discount),
  summary: ({ discount }: DiscountView, _args: unknown, { shop }: RequestContext) =>
    discountSummary(shop.world, discount),
} satisfies TypeResolvers;

const automaticFields = {
  usageCount: ({ discount }: DiscountView) => discount.usageCount,
} satisfies TypeResolvers;

const codeFields = {
  usageLimit: ({ discount }: DiscountView) => discount.usageLimit,
  appliesOncePerCustomer: ({ discount }: DiscountView) => discount.appliesOncePerCustomer,
  codes: ({ discount }: DiscountView, args: ConnectionArgs) =>
    new Connection<RedeemCode>(discount.codes, args, ({ id }) => ({ id, value: id })),
  codesCount: ({ discount }: DiscountView) => ({
    count: discount.codes.length,
    precision: "EXACT",
  }),
  customerSelection: ({ discount }: DiscountView, _args: unknown, { shop }: RequestContext) =>
    customerSelectionView(shop.world, discount),
} satisfies TypeResolvers;

const shortSummary = {
  shortSummary: ({ discount }: DiscountView, _args: unknown, { shop }: RequestContext) =>
    discountShortSummary(shop.world, discount),
  recurringCycleLimit: ({ discount }: DiscountView) => discount.recurringCycleLimit,
} satisfies TypeResolvers;

const customerGets = {
  customerGets: ({ discount }: DiscountView, _args: unknown, { shop }: RequestContext) =>
    customerGetsView(shop.world, discount),
} satisfies TypeResolvers;

const minimumRequirement = {
  minimumRequirement: ({ discount }: DiscountView, _args: unknown, { shop }: RequestContext) =>
    discount.rule.kind === "bxgy" ? null : minimumView(shop.world, discount.rule.minimum),
} satisfies TypeResolvers;

const basicFields = { ...commonFields, ...shortSummary, ...customerGets, ...minimumRequirement };

const freeShippingFields = {
  ...commonFields,
  ...shortSummary,
  ...minimumRequirement,
  appliesOnOneTimePurchase: ({ discount }: DiscountView) => discount.appliesOnOneTimePurchase,
  appliesOnSubscription: ({ discount }: DiscountView) => discount.appliesOnSubscription,
  destinationSelection: ({ discount }: DiscountView) => destinationView(discount.rule),
  maximumShippingPrice: ({ discount }: DiscountView, _args: unknown, { shop }: RequestContext) =>
    discount.rule.kind !== "free-shipping" || discount.rule.maximumShippingMinor === null
      ? null
      : moneyV2(shop.world, discount.rule.maximumShippingMinor),
} satisfies TypeResolvers;

const bxgyFields = {
  ...commonFields,
  ...customerGets,
  customerBuys: ({ discount }: DiscountView, _args: unknown, { shop }: RequestContext) =>
    customerBuysView(shop.world, discount),
  usesPerOrderLimit: ({ discount }: DiscountView) =>
    discount.rule.kind === "bxgy" ? discount.rule.usesPerOrderLimit : null,
} satisfies TypeResolvers;

/** The six concrete types of discount. */
export const discountTypeResolvers: Readonly<Record<string, TypeResolvers>> = {
  DiscountAutomaticBasic: { ...basicFields, ...automaticFields },
  DiscountAutomaticFreeShipping: freeShippingFields,
  DiscountAutomaticBxgy: { ...bxgyFields, ...automaticFields },
  DiscountCodeBasic: { ...basicFields, ...codeFields },
  DiscountCodeFreeShipping: { ...freeShippingFields, ...codeFields },
  DiscountCodeBxgy: { ...bxgyFields, ...codeFields },
};
