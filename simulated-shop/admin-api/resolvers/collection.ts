import type { Collection } from "../../world/collection.ts";
import { parseGid } from "../../world/gid.ts";
import type { Product } from "../../world/product.ts";
import type { World } from "../../world/world.ts";
import { compareKeys, Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText } from "./scalar-text.ts";

type ProductsArgs = ConnectionArgs & { sortKey: string };

const VALUE_BY_SORT_KEY: Readonly<
  Record<string, (product: Product, place: number) => string | number>
> = {
  COLLECTION_DEFAULT: (_product, place) => place,
  MANUAL: (_product, place) => place,
  ID: ({ id }) => id,
  PRICE: ({ priceMinor }) => priceMinor,
  TITLE: ({ title }) => title.toLowerCase(),
};

export const collectionResolvers = {
  ...nodeFields,
  title: ({ title }: Collection) => title,
  handle: ({ handle }: Collection) => handle,
  description: ({ description }: Collection, { truncateAt }: { truncateAt?: number | null }) =>
    truncateAt == null ? description : description.slice(0, truncateAt),
  descriptionHtml: ({ description }: Collection) => description,
  sortOrder: () => "MANUAL",
  templateSuffix: () => null,
  image: () => null,
  updatedAt: ({ updatedAtMs }: Collection) => dateTimeText(updatedAtMs),
  productsCount: (collection: Collection, _args: unknown, { shop }: RequestContext) => ({
    count: productsIn(shop.world, collection).length,
    precision: "EXACT",
  }),
  hasProduct: ({ productIds }: Collection, { id }: { id: string }) => {
    const gid = parseGid(id);
    return gid?.type === "Product" && productIds.includes(gid.id);
  },
  products: (collection: Collection, args: ProductsArgs, { shop }: RequestContext) => {
    const valueOf = VALUE_BY_SORT_KEY[args.sortKey];
    if (valueOf === undefined) throw unansweredError("ProductCollectionSortKeys", args.sortKey);
    const placed = productsIn(shop.world, collection).map((product, place) => ({
      product,
      key: { id: product.id, value: valueOf(product, place) },
    }));
    placed.sort((a, b) => compareKeys(a.key, b.key));
    const keys = new Map(placed.map(({ product, key }) => [product.id, key]));
    return new Connection(
      placed.map(({ product }) => product),
      args,
      ({ id }) => keys.get(id) ?? { id, value: id },
    );
  },
} satisfies TypeResolvers;

function productsIn({ products }: World, { productIds }: Collection): Product[] {
  return productIds.flatMap((id) => products.get(id) ?? []);
}
