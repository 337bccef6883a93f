import { gidOf } from "../world/gid.ts";
import type { World } from "../world/world.ts";

const SHOWN = 50;

/** What the resource picker offers: products, their only variants, or collections. */
export function resourcesOf(
  { products, collections }: Pick<World, "products" | "collections">,
  type: string,
  query: string,
): readonly Readonly<Record<string, unknown>>[] {
  const words = query.trim().toLowerCase();
  const found = [...products.values()]
    .filter(({ title }) => title.toLowerCase().includes(words))
    .slice(0, SHOWN);
  switch (type) {
    case "product":
      return found.map(({ id, variantId, title, productType, vendor, sku }) => ({
        id: gidOf("Product", id),
        title,
        productType,
        vendor,
        variants: [{ id: gidOf("ProductVariant", variantId), title: "Default Title", sku }],
      }));
    case "variant":
      return found.map(({ id, variantId, title, sku }) => ({
        id: gidOf("ProductVariant", variantId),
        title,
        sku,
        product: { id: gidOf("Product", id), title },
      }));
    case "collection":
      return [...collections.values()]
        .filter(({ title }) => title.toLowerCase().includes(words))
        .slice(0, SHOWN)
        .map(({ id, title, handle, productIds }) => ({
          id: gidOf("Collection", id),
          title,
          handle,
          productsCount: productIds.length,
        }));
    default:
      return [];
  }
}
