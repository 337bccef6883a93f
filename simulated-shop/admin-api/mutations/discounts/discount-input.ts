import type { DiscountContextInput } from "./read-discount-context.ts";

type Maybe<Value> = Value | null | undefined;

export type DiscountItemsInput = {
  all?: Maybe<boolean>;
  collections?: Maybe<{ add?: Maybe<readonly string[]>; remove?: Maybe<readonly string[]> }>;
  products?: Maybe<{
    productsToAdd?: Maybe<readonly string[]>;
    productsToRemove?: Maybe<readonly string[]>;
    productVariantsToAdd?: Maybe<readonly string[]>;
    productVariantsToRemove?: Maybe<readonly string[]>;
  }>;
};

export type DiscountMinimumInput = {
  quantity?: Maybe<{ greaterThanOrEqualToQuantity?: Maybe<string> }>;
  subtotal?: Maybe<{ greaterThanOrEqualToSubtotal?: Maybe<string> }>;
};

/** What the six kinds' inputs hold; graphql-js has checked that a kind's input has only its own fields. */
export type DiscountInput = {
  title?: Maybe<string>;
  code?: Maybe<string>;
  startsAt?: Maybe<string>;
  endsAt?: Maybe<string>;
  tags?: Maybe<readonly string[]>;
  usageLimit?: Maybe<number>;
  appliesOncePerCustomer?: Maybe<boolean>;
  recurringCycleLimit?: Maybe<number>;
  appliesOnOneTimePurchase?: Maybe<boolean>;
  appliesOnSubscription?: Maybe<boolean>;
  combinesWith?: Maybe<{
    orderDiscounts?: Maybe<boolean>;
    productDiscounts?: Maybe<boolean>;
    shippingDiscounts?: Maybe<boolean>;
    productDiscountsWithTagsOnSameCartLine?: unknown;
  }>;
  context?: Maybe<DiscountContextInput>;
  customerSelection?: Maybe<Omit<DiscountContextInput, "all"> & { all?: Maybe<boolean> }>;
  minimumRequirement?: Maybe<DiscountMinimumInput>;
  customerGets?: Maybe<{
    appliesOnOneTimePurchase?: Maybe<boolean>;
    appliesOnSubscription?: Maybe<boolean>;
    items?: Maybe<DiscountItemsInput>;
    value?: Maybe<{
      percentage?: Maybe<number>;
      discountAmount?: Maybe<{ amount?: Maybe<string>; appliesOnEachItem?: Maybe<boolean> }>;
      discountOnQuantity?: Maybe<{
        quantity?: Maybe<string>;
        effect?: Maybe<{ percentage?: Maybe<number>; amount?: Maybe<string> }>;
      }>;
    }>;
  }>;
  customerBuys?: Maybe<{
    items?: Maybe<DiscountItemsInput>;
    value?: Maybe<{ quantity?: Maybe<string>; amount?: Maybe<string> }>;
  }>;
  destination?: Maybe<{
    all?: Maybe<boolean>;
    countries?: Maybe<{
      add?: Maybe<readonly string[]>;
      remove?: Maybe<readonly string[]>;
      includeRestOfWorld?: Maybe<boolean>;
    }>;
  }>;
  maximumShippingPrice?: Maybe<string>;
  /** UnsignedInt64 for automatic discounts. */
  usesPerOrderLimit?: Maybe<number | string>;
};
