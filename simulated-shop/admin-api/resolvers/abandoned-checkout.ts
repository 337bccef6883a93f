import { checkoutSubtotalMinorOf, type AbandonedCheckout } from "../../world/abandoned-checkout.ts";
import type { CartLine } from "../../world/checkout-cart.ts";
import { isInCatalogue } from "../../world/product.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { moneyV2 } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { variantViewOf } from "./product.ts";
import { dateTimeText, optionalDateTimeText } from "./scalar-text.ts";

/** A line of a checkout; the world keeps no ids for them. */
type CheckoutLineView = {
  readonly gidType: "AbandonedCheckoutLineItem";
  readonly id: number;
  readonly line: CartLine;
};

/** "#5000000000001" */
export function checkoutNameOf({ id }: AbandonedCheckout): string {
  return `#${id}`;
}

/** Discounts are found when the order is placed: until then a checkout here has none. */
export function totalMinorOf(checkout: AbandonedCheckout): number {
  return checkoutSubtotalMinorOf(checkout) + checkout.shippingMinor;
}

export const abandonedCheckoutResolvers = {
  id: nodeFields.id,
  name: checkoutNameOf,
  createdAt: ({ createdAtMs }: AbandonedCheckout) => dateTimeText(createdAtMs),
  updatedAt: ({ updatedAtMs }: AbandonedCheckout) => dateTimeText(updatedAtMs),
  completedAt: ({ completedAtMs }: AbandonedCheckout) => optionalDateTimeText(completedAtMs),
  customer: ({ customer }: AbandonedCheckout) => customer,
  note: () => "",
  customAttributes: () => [],
  discountCodes: () => [],
  taxesIncluded: () => true,
  taxLines: () => [],
  lineItemsQuantity: ({ lines }: AbandonedCheckout) =>
    lines.reduce((sum, { quantity }) => sum + quantity, 0),
  lineItems: (checkout: AbandonedCheckout, args: ConnectionArgs) =>
    new Connection(lineViewsOf(checkout), args, ({ id }) => ({ id, value: id })),
  totalLineItemsPriceSet: amount(checkoutSubtotalMinorOf),
  subtotalPriceSet: amount(checkoutSubtotalMinorOf),
  totalDiscountSet: amount(() => 0),
  totalTaxSet: () => null,
  totalDutiesSet: () => null,
  totalPriceSet: amount(totalMinorOf),
} satisfies TypeResolvers;

export const abandonedCheckoutLineItemResolvers = {
  id: nodeFields.id,
  title: ({ line }: CheckoutLineView) => line.product.title,
  sku: ({ line }: CheckoutLineView) => line.product.sku,
  quantity: ({ line }: CheckoutLineView) => line.quantity,
  product: ({ line }: CheckoutLineView) => (isInCatalogue(line.product) ? line.product : null),
  variant: ({ line }: CheckoutLineView) =>
    isInCatalogue(line.product) ? variantViewOf(line.product) : null,
  variantTitle: () => null,
  customAttributes: () => [],
  originalUnitPriceSet: amount(({ line }: CheckoutLineView) => line.unitPriceMinor),
  originalTotalPriceSet: amount(linePriceMinorOf),
  discountedUnitPriceSet: amount(({ line }: CheckoutLineView) => line.unitPriceMinor),
  discountedTotalPriceSet: amount(linePriceMinorOf),
} satisfies TypeResolvers;

function linePriceMinorOf({ line }: CheckoutLineView): number {
  return line.unitPriceMinor * line.quantity;
}

function lineViewsOf({ firstLineId, lines }: AbandonedCheckout): CheckoutLineView[] {
  return lines.map((line, index) => ({
    gidType: "AbandonedCheckoutLineItem",
    id: firstLineId + index,
    line,
  }));
}

/** In the shop's currency: a checkout that was left has seen no other here. */
function amount<Source>(minorOf: (source: Source) => number) {
  return (source: Source, _args: unknown, { shop }: RequestContext) => {
    const money = moneyV2(shop.world, minorOf(source));
    return { shopMoney: money, presentmentMoney: money };
  };
}
