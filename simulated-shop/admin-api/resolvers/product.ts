import { collectionIdsOf, handleOf } from "../../world/collection.ts";
import { parseGid } from "../../world/gid.ts";
import { formatPadded } from "../../world/money.ts";
import type { Product } from "../../world/product.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { connectCollections, type CollectionsArgs } from "../queries/collections.ts";
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
  isGiftCard: ({ isGiftCard = false }: Product) => isGiftCard,
  handle: ({ title }: Product) => handleOf(title),
  collections: ({ id }: Product, args: CollectionsArgs, context: RequestContext) => {
    const { world } = context.shop;
    const held = collectionIdsOf(world, id).flatMap((each) => world.collections.get(each) ?? []);
    return connectCollections(held, args, "collections", context);
  },
  inCollection: ({ id }: Product, args: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(args.id);
    return gid?.type === "Collection" && collectionIdsOf(shop.world, id).includes(gid.id);
  },
  hasOnlyDefaultVariant: () => true,
  totalVariants: () => 1,
  variantsCount: () => ({ count: 1, precision: "EXACT" }),
  variants: (product: Product, args: ConnectionArgs) =>
    new Connection([variantViewOf(product)], args, ({ id }) => ({ id, value: id })),
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
