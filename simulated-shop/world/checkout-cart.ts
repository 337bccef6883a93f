import type { Customer } from "./customer.ts";
import type { DiscountItems } from "./discount.ts";
import type { Product } from "./product.ts";
import type { Segment } from "./segment.ts";

/** What somebody is about to buy. Amounts are minor units of the shop's currency. */
export type Cart = {
  /** null for a guest. */
  readonly customer: Customer | null;
  readonly email: string;
  readonly lines: readonly CartLine[];
  readonly shippingMinor: number;
  readonly countryCode: string;
  /** Is the customer in the segment now? Segment queries are not the world's business. */
  readonly isMember: (customer: Customer, segment: Segment) => boolean;
  readonly isInCollection: (product: Product, collectionId: number) => boolean;
};

export type CartLine = {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPriceMinor: number;
};

/** Are these pieces among a discount's items? */
export function isEntitled(cart: Cart, items: DiscountItems, { product }: CartLine): boolean {
  switch (items.kind) {
    case "all":
      return true;
    case "collections":
      return items.collectionIds.some((id) => cart.isInCollection(product, id));
    case "products":
      return items.productIds.includes(product.id) || items.variantIds.includes(product.variantId);
  }
}

/** Price of the lines among these items, before discounts. */
export function subtotalMinorOf(cart: Cart, items: DiscountItems = { kind: "all" }): number {
  let minor = 0;
  for (const line of cart.lines)
    if (isEntitled(cart, items, line)) minor += line.quantity * line.unitPriceMinor;
  return minor;
}

/** Pieces among these items. */
export function quantityOf(cart: Cart, items: DiscountItems = { kind: "all" }): number {
  let quantity = 0;
  for (const line of cart.lines) if (isEntitled(cart, items, line)) quantity += line.quantity;
  return quantity;
}
