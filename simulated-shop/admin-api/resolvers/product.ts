import { formatPadded } from "../../world/money.ts";
import type { Product } from "../../world/product.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { metafieldOwnerFields } from "./metafield.ts";
import { nodeFields } from "./node-fields.ts";

/** A product's only variant. */
export type VariantView = {
  readonly gidType: "ProductVariant";
  readonly id: number;
  readonly product: Product;
};

export function variantViewOf(product: Product): VariantView {
  return { gidType: "ProductVariant", id: product.variantId, product };
}

export const productResolvers = {
  ...nodeFields,
  ...metafieldOwnerFields,
  tags: ({ tags = [] }: Product) => tags,
  title: ({ title }: Product) => title,
  productType: ({ productType }: Product) => productType,
  vendor: ({ vendor }: Product) => vendor,
} satisfies TypeResolvers;

export const productVariantResolvers = {
  ...nodeFields,
  product: ({ product }: VariantView) => product,
  sku: ({ product }: VariantView) => product.sku,
  title: () => "Default Title",
  displayName: ({ product }: VariantView) => `${product.title} - Default Title`,
  price: ({ product }: VariantView, _args: unknown, { shop }: RequestContext) =>
    formatPadded(product.priceMinor, shop.world.shop.currencyCode),
} satisfies TypeResolvers;
