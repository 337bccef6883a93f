import { parseGid } from "../../world/gid.ts";
import type { Product } from "../../world/product.ts";
import { Connection, compareKeys, type ConnectionArgs } from "../connections/connection.ts";
import type { CursorKey } from "../connections/cursor.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { variantViewOf, type VariantView } from "../resolvers/product.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { compileSearch } from "../search/compile-search.ts";
import { matchesWord } from "../search/match-words.ts";
import { cursorStyleOf } from "../search/order-sort-keys.ts";
import { byId, byText, type SearchFilters } from "../search/search-filter.ts";
import { countOf, type CountArgs } from "./count.ts";

type ProductsArgs = ConnectionArgs & { query?: string | null; sortKey: string };

const filters: SearchFilters<Product> = {
  byField: {
    id: byId(({ id }) => id),
    title: byText(({ title }) => title),
    product_type: byText(({ productType }) => productType),
    vendor: byText(({ vendor }) => vendor),
    sku: byText(({ sku }) => sku),
    variant_id: byId(({ variantId }) => variantId),
  },
  freeText: (word) => (product) =>
    matchesWord(word, [product.title, product.productType, product.vendor, product.sku]),
};

const VALUE_BY_SORT_KEY: Readonly<Record<string, (product: Product) => string | number>> = {
  ID: ({ id }) => id,
  RELEVANCE: () => 1,
  TITLE: ({ title }) => title.toLowerCase(),
  PRODUCT_TYPE: ({ productType }) => productType.toLowerCase(),
  VENDOR: ({ vendor }) => vendor.toLowerCase(),
};

export const productQueries = {
  product: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(id);
    return gid?.type === "Product" ? (shop.world.products.get(gid.id) ?? null) : null;
  },
  products: (_root: unknown, args: ProductsArgs, context: RequestContext) => {
    const keyOf = productKeyBy(args.sortKey);
    const sorted = [...context.shop.world.products.values()].sort((a, b) =>
      compareKeys(keyOf(a), keyOf(b)),
    );
    const rows = args.query
      ? sorted.filter(compileSearch(args.query, filters, "products", context))
      : sorted;
    return new Connection(rows, args, keyOf, {
      cursorStyle: cursorStyleOf(args.sortKey, Boolean(args.query)),
    });
  },
  productsCount: (_root: unknown, args: CountArgs, context: RequestContext) =>
    countOf(context.shop.world.products, args, filters, "productsCount", context),
  productVariant: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => {
    const gid = parseGid(id);
    return gid?.type === "ProductVariant" ? findVariant(shop.world.products, gid.id) : null;
  },
} satisfies TypeResolvers;

/** The variant with a number; every product has one. */
export function findVariant(
  products: ReadonlyMap<number, Product>,
  variantId: number,
): VariantView | null {
  for (const product of products.values())
    if (product.variantId === variantId) return variantViewOf(product);
  return null;
}

function productKeyBy(sortKey: string): (product: Product) => CursorKey {
  const valueOf = VALUE_BY_SORT_KEY[sortKey];
  if (valueOf === undefined) throw unansweredError("ProductSortKeys", sortKey);
  return (product) => ({ id: product.id, value: valueOf(product) });
}
